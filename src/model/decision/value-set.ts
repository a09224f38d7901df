import { dayNumber } from './day.ts';
import type { Value } from './input-domain.ts';
import {
	type Interval,
	intersectIntervals,
	intervalHolds,
	isVoid,
	sameIntervals,
	subtractIntervals,
	uniteIntervals,
} from './interval.ts';
import { intersectMembers, type Members, memberHolds, sameMembers, uniteMembers } from './members.ts';

/** Numbers (over the reals) or days (one after the other), as sorted intervals that neither touch nor overlap. */
export interface IntervalSet {
	readonly kind: 'numbers' | 'days';
	readonly intervals: readonly Interval[];
}

/** Single values: these, or (`except`) all others of an open domain such as text. */
export interface MemberSet extends Members {
	readonly kind: 'members';
}

/** Which values of one input pass a test. */
export type ValueSet = IntervalSet | MemberSet;

/** All values of either set. Both must be of one kind, as sets of one input are. */
export function unite(a: ValueSet, b: ValueSet): ValueSet {
	if (a.kind === 'members') return { kind: 'members', ...uniteMembers(a, asMembers(b)) };
	return { kind: a.kind, intervals: uniteIntervals(a.intervals, asIntervals(b, a.kind)) };
}

/** The values of both sets. */
export function intersect(a: ValueSet, b: ValueSet): ValueSet {
	if (a.kind === 'members') return { kind: 'members', ...intersectMembers(a, asMembers(b)) };
	return { kind: a.kind, intervals: intersectIntervals(a.intervals, asIntervals(b, a.kind)) };
}

/** The values of `a` that are not in `b`; with a whole domain as `a`, the complement of `b`. */
export function subtract(a: ValueSet, b: ValueSet): ValueSet {
	if (a.kind === 'members') {
		const others = asMembers(b);
		return { kind: 'members', ...intersectMembers(a, { ...others, except: !others.except }) };
	}
	return { kind: a.kind, intervals: subtractIntervals(a.intervals, asIntervals(b, a.kind)) };
}

/** Whether no value is left. */
export function isEmpty(set: ValueSet): boolean {
	return set.kind === 'members' ? !set.except && set.values.length === 0 : set.intervals.every(isVoid);
}

/** Whether both hold the same values. */
export function sameSet(a: ValueSet, b: ValueSet): boolean {
	if (a.kind === 'members') return sameMembers(a, asMembers(b));
	return sameIntervals(a.intervals, asIntervals(b, a.kind));
}

/** Whether a value is in the set. A value of another type never is. */
export function contains(set: ValueSet, value: Value): boolean {
	if (set.kind === 'members') return memberHolds(set, value);
	const at = set.kind === 'days' ? (typeof value === 'string' ? dayNumber(value) : null) : value;
	return typeof at === 'number' && set.intervals.some((interval) => intervalHolds(interval, at));
}

function asMembers(set: ValueSet): MemberSet {
	if (set.kind === 'members') return set;
	throw new TypeError(`A set of ${set.kind} is no set of single values`);
}

function asIntervals(set: ValueSet, kind: IntervalSet['kind']): readonly Interval[] {
	if (set.kind === kind) return set.intervals;
	throw new TypeError(`A set of ${set.kind} is no set of ${kind}`);
}
