import { dayFilter } from './day-filter.ts';
import { everyDay, type ScheduleDay } from './every-day.ts';
import { type RulePart, splitRule, weekdays } from './rule-parts.ts';

/**
 * Whether a sound rule names any day at all, whenever it begins: all days of the calendar are tried, until one fits.
 * INTERVAL and the end only thin the days out, and a day that the beginning would give may be any: so `true` may be
 * said of a rule that never comes, and `false` never of one that does.
 */
export function comesAtAll(rule: string): boolean {
	const parts = new Map(splitRule(rule).parts.map((part): [string, RulePart] => [part.name, part]));
	const frequency = parts.get('FREQ')?.value ?? '';
	const weekStart = Math.max(0, weekdays.indexOf(parts.get('WKST')?.value ?? 'MO'));
	const fits = dayFilter(parts, frequency);
	const least = leastOfAPeriod(parts, frequency);
	let period = -1;
	let inPeriod = 0;
	for (const day of everyDay(weekStart)) {
		if (!fits(day)) continue;
		if (least <= 1) return true;
		const here = periodOf(day, frequency);
		inPeriod = here === period ? inPeriod + 1 : 1;
		period = here;
		if (inPeriod >= least) return true;
	}
	return false;
}

/** How many days of one period must fit for a position of BYSETPOS to be there; each day counts once for each of its times. */
function leastOfAPeriod(parts: ReadonlyMap<string, RulePart>, frequency: string): number {
	const positions = numbers(parts.get('BYSETPOS'));
	// Below a week, positions count the times of a day.
	if (positions.length === 0 || !['YEARLY', 'MONTHLY', 'WEEKLY'].includes(frequency)) return 1;
	const times = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].map((name) =>
		Math.max(1, numbers(parts.get(name)).length),
	);
	const perDay = times.reduce((product, count) => product * count, 1);
	return Math.ceil(Math.min(...positions.map(Math.abs)) / perDay);
}

function periodOf(day: ScheduleDay, frequency: string): number {
	if (frequency === 'WEEKLY') return day.week;
	return frequency === 'MONTHLY' ? day.year * 12 + day.month : day.year;
}

function numbers(part: RulePart | undefined): readonly number[] {
	return part === undefined ? [] : part.value.split(',').map(Number);
}
