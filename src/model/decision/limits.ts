import type { DecisionTable } from './decision-table.ts';
import { domainSet } from './domain-set.ts';
import type { InputDomain } from './input-domain.ts';
import { type Cut, compareCuts } from './interval.ts';
import type { ValueSet } from './value-set.ts';

/** A number at which a set of numbers begins or ends. */
export interface Limit {
	readonly value: number;
	/** On which side of the number the set lies. */
	readonly side: 'below' | 'above';
	/** Whether the number itself is in the set. */
	readonly included: boolean;
}

/** Where a set begins and ends, the ends of its domain left out. Only numbers have limits: a day is in or out with no doubt. */
export function limitsOf(set: ValueSet, domain: InputDomain): Limit[] {
	const whole = domainSet(domain);
	if (set.kind !== 'numbers' || whole.kind !== 'numbers') return [];
	const ends = whole.intervals.flatMap(({ from, to }) => [from, to]);
	const isEnd = (cut: Cut) => ends.some((end) => compareCuts(end, cut) === 0);
	return set.intervals.flatMap(({ from, to }) => [
		...(isEnd(from) ? [] : [{ value: from.at, side: 'above' as const, included: !from.after }]),
		...(isEnd(to) ? [] : [{ value: to.at, side: 'below' as const, included: to.after }]),
	]);
}

/** One limit that a branch of a decision sets to one of its inputs. */
export interface DecisionLimit extends Limit {
	readonly input: string;
	/** Place of the branch, from 0. */
	readonly row: number;
}

/** All limits that the branches of a decision set. */
export function decisionLimits({ columns, rows }: DecisionTable): DecisionLimit[] {
	return rows.flatMap(({ index, cells }) =>
		cells.flatMap((set, column) => {
			const input = columns[column]?.input;
			if (set === null || input === undefined) return [];
			return limitsOf(set, input).map((limit) => ({ ...limit, input: input.name, row: index }));
		}),
	);
}

/** A number that one decision counts to what lies below it, and another to what lies above it. */
export interface UnevenLimit {
	readonly input: string;
	readonly value: number;
	/** The limits of either decision at that number. */
	readonly first: readonly DecisionLimit[];
	readonly second: readonly DecisionLimit[];
}

/**
 * Numbers at which two decisions disagree on which side the number itself belongs: one divides at `below 10000`, the
 * other at `at_most 10000`. A decision that treats the number as a case of its own disagrees with nobody.
 */
export function unevenLimits(
	first: readonly DecisionLimit[],
	second: readonly DecisionLimit[],
): UnevenLimit[] {
	const uneven: UnevenLimit[] = [];
	for (const [key, limits] of byPlace(first)) {
		const others = byPlace(second).get(key);
		const [limit] = limits;
		if (others === undefined || limit === undefined) continue;
		const mine = belongsTo(limits);
		const theirs = belongsTo(others);
		if (mine !== null && theirs !== null && mine !== theirs)
			uneven.push({ input: limit.input, value: limit.value, first: limits, second: others });
	}
	return uneven;
}

function byPlace(limits: readonly DecisionLimit[]): Map<string, DecisionLimit[]> {
	const places = new Map<string, DecisionLimit[]>();
	for (const limit of limits) {
		const key = JSON.stringify([limit.input, limit.value]);
		places.set(key, [...(places.get(key) ?? []), limit]);
	}
	return places;
}

/** On which side the number is counted; null where it stands by itself. */
function belongsTo(limits: readonly Limit[]): 'below' | 'above' | null {
	const sides = new Set(
		limits.map(({ side, included }) => (included ? side : side === 'below' ? 'above' : 'below')),
	);
	const [only] = sides;
	return sides.size === 1 && only !== undefined ? only : null;
}
