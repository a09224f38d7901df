import { intervalBetween, pointSet, setOfIntervals } from './domain-set.ts';
import type { InputDomain, Value } from './input-domain.ts';
import { subtract, type ValueSet } from './value-set.ts';

/** The comparisons of FEEL. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Whether a text is one of them. */
export function isComparison(text: string): text is Comparison {
	return ['=', '!=', '<', '<=', '>', '>='].includes(text);
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
	'=': '=',
	'!=': '!=',
	'<': '>',
	'<=': '>=',
	'>': '<',
	'>=': '<=',
};

/** The comparison that says the same with its sides exchanged. */
export function mirror(comparison: Comparison): Comparison {
	return mirrored[comparison];
}

/**
 * The values that compare so with a value fitting the domain, of which `whole` is the set; null where `<` and the like
 * ask for an order that the type has not.
 */
export function comparisonSet(
	comparison: Comparison,
	value: Value,
	domain: InputDomain,
	whole: ValueSet,
): ValueSet | null {
	const { type } = domain;
	if (comparison === '=') return pointSet(domain, [value]);
	if (comparison === '!=') return subtract(whole, pointSet(domain, [value]));
	if (type !== 'number' && type !== 'date') return null;
	const included = comparison.endsWith('=');
	return setOfIntervals(type, [
		comparison.startsWith('<')
			? intervalBetween(type, undefined, true, value, included)
			: intervalBetween(type, value, included, undefined, true),
	]);
}
