import { dayNumber, firstDay, lastDay } from './day.ts';
import type { InputDomain, Value } from './input-domain.ts';
import { type Interval, uniteIntervals, wholeLine } from './interval.ts';
import { intersect, isEmpty, type ValueSet } from './value-set.ts';

/**
 * All values an input can take. Numbers are the reals, days run from 0001-01-01 to 9999-12-31, text and roles
 * are open; `min`, `max` (both included) and `values` narrow it. A bound that does not fit the type is left out.
 */
export function domainSet(domain: InputDomain): ValueSet {
	const { type, values } = domain;
	if (type === 'boolean') return { kind: 'members', except: false, values: [true, false] };
	if (type === 'number' || type === 'date') {
		const range = intervalBetween(type, domain.min, true, domain.max, true);
		const whole = setOfIntervals(type, [range]);
		return values === undefined ? whole : intersect(whole, pointSet(domain, values));
	}
	if (values === undefined) return { kind: 'members', except: true, values: [] };
	return { kind: 'members', except: false, values: [...new Set(values)] };
}

/** Why nothing can be checked against this domain, as it follows "not evaluated:"; null where all is well. */
export function domainProblem(domain: InputDomain): string | null {
	if (domain.type === 'enumeration' && (domain.values ?? []).length === 0)
		return `the enumeration ${domain.name} has no values`;
	if (isEmpty(domainSet(domain))) return `min, max and values of ${domain.name} leave no value`;
	return null;
}

/** The set of single values of an input; values that do not fit the type are left out. */
export function pointSet(domain: InputDomain, values: readonly Value[]): ValueSet {
	const { type } = domain;
	if (type !== 'number' && type !== 'date')
		return { kind: 'members', except: false, values: [...new Set(values)] };
	const points = values.flatMap((value) => {
		const at = place(type, value);
		return at === null ? [] : [intervalBetween(type, value, true, value, true)];
	});
	return setOfIntervals(type, points);
}

/** The values from `low` to `high`; a bound left out is open to that side. */
export function intervalBetween(
	type: 'number' | 'date',
	low: unknown,
	lowIncluded: boolean,
	high: unknown,
	highIncluded: boolean,
): Interval {
	const from = place(type, low);
	const to = place(type, high);
	if (type === 'number')
		return {
			from: from === null ? wholeLine.from : { at: from, after: !lowIncluded },
			to: to === null ? wholeLine.to : { at: to, after: highIncluded },
		};
	// After a day is before the next one: so "until the 31st" and "from the 1st on" touch.
	return {
		from: { at: from === null ? firstDay : from + Number(!lowIncluded), after: false },
		to: { at: to === null ? lastDay + 1 : to + Number(highIncluded), after: false },
	};
}

/** A set of numbers or days from any intervals. */
export function setOfIntervals(type: 'number' | 'date', intervals: readonly Interval[]): ValueSet {
	return { kind: type === 'number' ? 'numbers' : 'days', intervals: uniteIntervals(intervals) };
}

function place(type: 'number' | 'date', value: unknown): number | null {
	if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : null;
	return typeof value === 'string' ? dayNumber(value) : null;
}
