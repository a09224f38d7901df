import type { Readiness } from './readiness.ts';
import { knownValue } from './reading.ts';
import type { Verdict } from './verdict.ts';

const order: readonly Verdict['verdict'][] = [
	'candidate',
	'insufficient data',
	'not now',
	'does not qualify',
];

/**
 * What to look at first: candidates before what is not known well enough; among them work that is done often, by rules,
 * and in time, then what is done more often.
 */
export function byReadiness(a: Readiness, b: Readiness): number {
	return (
		order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
		b.traits.length - a.traits.length ||
		(knownValue(b.inputs.volume) ?? 0) - (knownValue(a.inputs.volume) ?? 0) ||
		(b.score ?? 0) - (a.score ?? 0) ||
		(a.id < b.id ? -1 : 1)
	);
}
