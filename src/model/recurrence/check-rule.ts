import { isCalendarDay } from '../calendar-day.ts';
import { nearest } from '../nearest.ts';
import { checkCombination } from './check-combination.ts';
import { comesAtAll } from './comes-at-all.ts';
import {
	frequencies,
	type RecurrenceProblem,
	type RulePart,
	splitRule,
	usualRules,
	weekdays,
} from './rule-parts.ts';

/** Of each part: which values it takes, and how to say so. RFC 5545, 3.3.10. */
const forms: Readonly<Record<string, { readonly takes: (value: string) => boolean; readonly says: string }>> =
	{
		FREQ: { takes: (value) => includes(frequencies, value), says: `one of ${frequencies.join(', ')}` },
		UNTIL: { takes: isUntil, says: 'a day, e.g. 20271231, or a moment in UTC, e.g. 20271231T235959Z' },
		COUNT: { takes: isPositive, says: 'a number from 1' },
		INTERVAL: { takes: isPositive, says: 'a number from 1' },
		BYSECOND: { takes: listOf(between(0, 60)), says: 'seconds from 0 to 60' },
		BYMINUTE: { takes: listOf(between(0, 59)), says: 'minutes from 0 to 59' },
		BYHOUR: { takes: listOf(between(0, 23)), says: 'hours from 0 to 23' },
		BYDAY: {
			takes: listOf(isWeekday),
			says: 'days such as MO, 1MO (the first Monday) or -1FR (the last Friday)',
		},
		BYMONTHDAY: {
			takes: listOf(signed(31)),
			says: 'days of the month from 1 to 31, or -31 to -1 from its end',
		},
		BYYEARDAY: {
			takes: listOf(signed(366)),
			says: 'days of the year from 1 to 366, or -366 to -1 from its end',
		},
		BYWEEKNO: {
			takes: listOf(signed(53)),
			says: 'weeks from 1 to 53, or -53 to -1 from the end of the year',
		},
		BYMONTH: { takes: listOf(between(1, 12)), says: 'months from 1 to 12' },
		BYSETPOS: { takes: listOf(signed(366)), says: 'positions from 1 to 366, or -366 to -1 from the end' },
		WKST: { takes: (value) => includes(weekdays, value), says: `one of ${weekdays.join(', ')}` },
	};

/**
 * What is wrong with a recurrence rule by RFC 5545, 3.3.10: its form, its values, which parts may stand together, and
 * whether any day fits. The first defect counts: it often brings the others about. Undefined where the rule is sound.
 */
export function checkRule(rule: string): RecurrenceProblem | undefined {
	const { parts, problems } = splitRule(rule);
	if (problems[0] !== undefined) return problems[0];
	for (const [index, part] of parts.entries()) {
		const problem = checkPart(part) ?? checkTwice(part, parts.slice(0, index));
		if (problem !== undefined) return problem;
	}
	if (!parts.some((part) => part.name === 'FREQ')) {
		return {
			at: { from: 0, to: rule.length },
			message: `The schedule ${rule} does not say how often: it has no FREQ`,
			help: usualRules,
		};
	}
	return checkCombination(parts) ?? checkDays(rule);
}

function checkDays(rule: string): RecurrenceProblem | undefined {
	if (comesAtAll(rule)) return undefined;
	return {
		at: { from: 0, to: rule.length },
		message: `The schedule ${rule} never comes: no day fits all its parts`,
		help: 'Leave out the part that excludes the others: February has no 30th, and no month has a sixth Monday.',
	};
}

function checkPart({ name, value, at, valueAt }: RulePart): RecurrenceProblem | undefined {
	const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
	if (form === undefined) {
		const near = nearest(name, Object.keys(forms));
		return {
			at: { from: at.from, to: at.from + name.length },
			message: `${name} is no part of a recurrence rule`,
			help: near === undefined ? `The parts are ${Object.keys(forms).join(', ')}.` : `Did you mean ${near}?`,
		};
	}
	if (form.takes(value)) return undefined;
	return {
		at: value === '' ? at : valueAt,
		message: value === '' ? `${name} has no value` : `${name} cannot be ${value}`,
		help: `${name} takes ${form.says}.`,
	};
}

function checkTwice(part: RulePart, before: readonly RulePart[]): RecurrenceProblem | undefined {
	if (!before.some((other) => other.name === part.name)) return undefined;
	return { at: part.at, message: `${part.name} stands twice`, help: 'Leave one of them out.' };
}

function includes(list: readonly string[], value: string): boolean {
	return list.includes(value);
}

function isPositive(value: string): boolean {
	return /^\d{1,9}$/.test(value) && Number(value) > 0;
}

function isUntil(value: string): boolean {
	const match = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?)?$/.exec(value);
	return match !== null && isCalendarDay(`${match[1]}-${match[2]}-${match[3]}`);
}

function isWeekday(value: string): boolean {
	const match = /^(?:[+-]?(\d{1,2}))?(MO|TU|WE|TH|FR|SA|SU)$/.exec(value);
	return match !== null && (match[1] === undefined || isIn(Number(match[1]), 1, 53));
}

function listOf(takes: (value: string) => boolean): (value: string) => boolean {
	return (value) => value.split(',').every(takes);
}

function between(least: number, most: number): (value: string) => boolean {
	return (value) => /^\d{1,3}$/.test(value) && isIn(Number(value), least, most);
}

function signed(most: number): (value: string) => boolean {
	return (value) => /^[+-]?\d{1,3}$/.test(value) && isIn(Math.abs(Number(value)), 1, most);
}

function isIn(number: number, least: number, most: number): boolean {
	return number >= least && number <= most;
}
