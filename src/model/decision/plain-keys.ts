import type { Path } from '../../diagnostics/path.ts';
import { type Comparison, comparisonSet } from './comparison.ts';
import type { CellReading, ConditionForm, ConditionNote } from './condition.ts';
import { domainSet, pointSet } from './domain-set.ts';
import { type Literal, listValues, misfitOf, showValue } from './fit-value.ts';
import type { InputDomain, Value } from './input-domain.ts';
import { intersect, isEmpty } from './value-set.ts';

/** What the plain keys for limits compare with. */
const limits: readonly (readonly [key: 'at_least' | 'above' | 'at_most' | 'below', Comparison])[] = [
	['at_least', '>='],
	['above', '>'],
	['at_most', '<='],
	['below', '<'],
];

/** Whether a form holds any of the keys `below at_least at_most above is`. */
export function hasPlainKeys(form: ConditionForm): boolean {
	return form.is !== undefined || limits.some(([key]) => form[key] !== undefined);
}

/** What the plain keys of a form ask of its one input, all of them together. */
export function readPlainKeys(form: ConditionForm, domain: InputDomain): CellReading {
	const problems: ConditionNote[] = [];
	const asked: { readonly key: string; readonly words: string }[] = [];
	const ordered = domain.type === 'number' || domain.type === 'date';
	let set = domainSet(domain);
	for (const [key, comparison] of limits) {
		if (form[key] === undefined) continue;
		if (!ordered) {
			problems.push(withoutOrder(key, domain));
			continue;
		}
		const value = readValue(form[key], domain, [key], problems);
		if (value === null) continue;
		asked.push({ key, words: `${key.replace('_', ' ')} ${showValue(value, domain.type)}` });
		set = intersect(set, comparisonSet(comparison, value, domain, set) ?? set);
	}
	if (form.is !== undefined) {
		const values = Array.isArray(form.is)
			? form.is.map((value: unknown, index) => readValue(value, domain, ['is', index], problems))
			: [readValue(form.is, domain, ['is'], problems)];
		const known = values.filter((value) => value !== null);
		asked.push({
			key: 'is',
			words: known.length === 0 ? 'in an empty list' : listValues(known, domain.type),
		});
		set = intersect(set, pointSet(domain, known));
	}
	if (problems.length === 0 && isEmpty(set)) {
		const [only] = asked;
		problems.push({
			path: asked.length === 1 && only !== undefined ? [only.key] : [],
			message: `No value of ${domain.name} is ${asked.map(({ words }) => words).join(' and ')}`,
		});
	}
	return { set: problems.length > 0 ? null : set, problems, opaque: [] };
}

function readValue(
	written: unknown,
	domain: InputDomain,
	path: Path,
	problems: ConditionNote[],
): Value | null {
	const literal = asLiteral(written, domain);
	const misfit =
		literal === null ? { message: `This is no value of ${domain.name}` } : misfitOf(literal, domain);
	if (misfit === null) return literal?.value ?? null;
	problems.push({ path, ...misfit });
	return null;
}

function asLiteral(written: unknown, { type }: InputDomain): Literal | null {
	if (typeof written === 'number' && Number.isFinite(written)) return { type: 'number', value: written };
	if (typeof written === 'boolean') return { type: 'boolean', value: written };
	// YAML has no dates: that a text is one, the type of the input says.
	if (typeof written === 'string') return { type: type === 'date' ? 'date' : 'text', value: written };
	return null;
}

function withoutOrder(key: string, { name, type }: InputDomain): ConditionNote {
	return {
		path: [key],
		message: `${key} asks for a number or a date, and ${name} is of type ${type}`,
		help: 'Use is, with one or several values',
	};
}
