import { dayText, firstDay, lastDay } from './day.ts';
import type { Value } from './input-domain.ts';
import { type Interval, isVoid } from './interval.ts';
import type { ValueSet } from './value-set.ts';

/**
 * A value of a set such as a person would name it: between two limits the roundest number near the middle, beyond
 * one limit the next whole number, of days the first, of single values the first, of open text a text that is none
 * of those excluded. Null where the set is empty.
 */
export function witnessValue(set: ValueSet): Value | null {
	if (set.kind === 'members') return set.except ? otherText(set.values) : (set.values[0] ?? null);
	const intervals = set.intervals.filter((interval) => !isVoid(interval));
	const ends = set.kind === 'days' ? { low: firstDay, high: lastDay } : { low: -Infinity, high: Infinity };
	const bounded = intervals.find(
		({ from, to }) => from.at > ends.low && to.at <= ends.high && to.at < Infinity,
	);
	const interval = bounded ?? intervals[0];
	if (interval === undefined) return null;
	return set.kind === 'days' ? dayText(dayIn(interval)) : numberIn(interval);
}

/** A day to name where any will do: 2000-01-01. */
const someDay = 10_957;

function dayIn({ from, to }: Interval): number {
	if (from.at > firstDay) return from.at;
	return to.at > lastDay ? someDay : to.at - 1;
}

function numberIn({ from, to }: Interval): number {
	const low = from.at;
	const high = to.at;
	if (low === high) return low;
	if (low === -Infinity) return high === Infinity ? 0 : wholeBelow(high);
	if (high === Infinity) return 0 - wholeBelow(0 - low);
	const middle = low / 2 + high / 2;
	for (let digits = 1; digits <= 17; digits++) {
		const rounded = Number(middle.toPrecision(digits));
		if (rounded > low && rounded < high) return rounded;
	}
	// Two neighbouring doubles: one of them is in, else the interval were void.
	return from.after ? high : low;
}

/** The next whole number below; far out, where doubles skip whole numbers, something clearly below. */
function wholeBelow(value: number): number {
	const next = Math.ceil(value) - 1;
	return next < value ? next : value - Math.abs(value);
}

function otherText(excluded: readonly Value[]): string {
	let text = 'other';
	for (let number = 2; excluded.includes(text); number++) text = `other ${number}`;
	return text;
}
