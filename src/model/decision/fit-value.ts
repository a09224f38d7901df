import { dayNumber } from './day.ts';
import type { InputDomain, Value } from './input-domain.ts';

/** A value as a condition writes it. */
export type Literal =
	| { readonly type: 'number'; readonly value: number }
	| { readonly type: 'boolean'; readonly value: boolean }
	| { readonly type: 'text'; readonly value: string }
	| { readonly type: 'date'; readonly value: string };

/** Why a value does not fit its input, and what to write instead. */
export interface Misfit {
	readonly message: string;
	readonly help?: string;
}

/** Checks a literal against the type, the values and the limits of an input; null where it fits. */
export function misfitOf(literal: Literal, domain: InputDomain): Misfit | null {
	return (
		wrongType(literal, domain) ??
		impossibleDay(literal) ??
		unknownValue(literal, domain) ??
		outOfRange(literal, domain)
	);
}

/** A value as a message shows it: text in quotes, long text cut. */
export function showValue(value: Value, type?: InputDomain['type']): string {
	if (typeof value !== 'string' || type === 'date') return String(value);
	return `"${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`;
}

/** The values of a closed input for a message, at most eight of them. */
export function listValues(values: readonly Value[], type?: InputDomain['type']): string {
	const shown = values.slice(0, 8).map((value) => showValue(value, type));
	return values.length > 8 ? `${shown.join(', ')} and ${values.length - 8} more` : shown.join(', ');
}

function wrongType(literal: Literal, { name, type, values }: InputDomain): Misfit | null {
	if (type === 'enumeration') {
		if (literal.type !== 'date' && (literal.type === 'text' || values?.includes(literal.value))) return null;
	} else if (literal.type === (type === 'role' ? 'text' : type)) return null;
	const shown = literal.type === 'date' ? `The date ${literal.value}` : showValue(literal.value);
	return { message: `${shown} does not fit ${name}, which is ${kinds[type]}`, help: writing[type] };
}

function impossibleDay(literal: Literal): Misfit | null {
	if (literal.type !== 'date' || dayNumber(literal.value) !== null) return null;
	return { message: `${literal.value} is no day of the calendar`, help: 'Write the date as YYYY-MM-DD' };
}

function unknownValue({ value, type }: Literal, domain: InputDomain): Misfit | null {
	if (domain.values === undefined || domain.type === 'boolean' || domain.values.includes(value)) return null;
	return {
		message: `${showValue(value, type === 'date' ? 'date' : undefined)} is not a value of ${domain.name}`,
		help: `Its values are ${listValues(domain.values, domain.type)}`,
	};
}

function outOfRange({ value }: Literal, { name, type, min, max }: InputDomain): Misfit | null {
	const place = type === 'date' ? (bound: Value) => dayNumber(String(bound)) : asNumber;
	if (type !== 'number' && type !== 'date') return null;
	const at = place(value);
	if (at === null) return null;
	const low = min === undefined ? null : place(min);
	const help = `Correct the value, or the min and max of ${name} where it is declared`;
	if (low !== null && at < low)
		return { message: `${value} is less than ${name} can be: its min is ${min}`, help };
	const high = max === undefined ? null : place(max);
	if (high !== null && at > high)
		return { message: `${value} is more than ${name} can be: its max is ${max}`, help };
	return null;
}

function asNumber(value: Value): number | null {
	return typeof value === 'number' ? value : null;
}

const kinds: Readonly<Record<InputDomain['type'], string>> = {
	number: 'a number',
	date: 'a date',
	boolean: 'true or false',
	enumeration: 'an enumeration',
	text: 'text',
	role: 'a role',
};

const writing: Readonly<Record<InputDomain['type'], string>> = {
	number: 'Write digits alone: no quotes, no unit, no thousands separator',
	date: 'Write a date; inside a test as date("2026-01-31")',
	boolean: 'Write true or false, without quotes',
	enumeration: 'Write one of its values in quotes',
	text: 'Write the text in quotes',
	role: 'Write the id of the role in quotes',
};
