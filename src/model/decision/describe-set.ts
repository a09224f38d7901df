import { dayText, firstDay, lastDay } from './day.ts';
import { listValues } from './fit-value.ts';
import type { Interval } from './interval.ts';
import type { ValueSet } from './value-set.ts';

/** A set in words, after the name of its input: `above 50 and at most 70`, `"low", "high"`. */
export function describeSet(set: ValueSet): string {
	if (set.kind === 'members') {
		if (!set.except) return set.values.length === 0 ? 'nothing' : listValues(set.values);
		return set.values.length === 0 ? 'anything' : `anything but ${listValues(set.values)}`;
	}
	if (set.intervals.length === 0) return 'nothing';
	const describe = set.kind === 'days' ? describeDays : describeNumbers;
	const shown = set.intervals.slice(0, 4).map(describe);
	const more = set.intervals.length - shown.length;
	return more > 0 ? `${shown.join(', or ')}, or ${more} more` : shown.join(', or ');
}

function describeNumbers({ from, to }: Interval): string {
	if (from.at === to.at) return String(from.at);
	const low = from.at === -Infinity ? '' : `${from.after ? 'above' : 'at least'} ${from.at}`;
	const high = to.at === Infinity ? '' : `${to.after ? 'at most' : 'below'} ${to.at}`;
	if (low !== '' && high !== '') return `${low} and ${high}`;
	return low + high === '' ? 'anything' : low + high;
}

function describeDays({ from, to }: Interval): string {
	if (to.at - from.at === 1) return dayText(from.at);
	if (from.at <= firstDay) return to.at > lastDay ? 'anything' : `until ${dayText(to.at - 1)}`;
	return to.at > lastDay
		? `from ${dayText(from.at)} on`
		: `from ${dayText(from.at)} to ${dayText(to.at - 1)}`;
}
