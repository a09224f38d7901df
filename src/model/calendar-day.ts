import type { Duration } from './duration.ts';

const millisecondsADay = 86_400_000;
const lastDay = dayOf('9999-12-31');

/** Whether a text is a day that exists, YYYY-MM-DD: 30 February is none. */
export function isCalendarDay(text: string): boolean {
	return dayNumber(text) !== undefined;
}

/** Days since 1970-01-01, negative before; undefined where the text is no day that exists. */
export function dayNumber(text: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined;
	const day = dayOf(text);
	// A parser may roll 30 February over to March: only a day that reads the same exists.
	return Number.isNaN(day) || dayText(day) !== text ? undefined : day;
}

/** The day as YYYY-MM-DD, by its number from `dayNumber`. */
export function dayText(day: number): string {
	return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

/** Days from one day to another, negative where it lies before; undefined where one does not exist. */
export function daysBetween(from: string, to: string): number | undefined {
	const [first, last] = [dayNumber(from), dayNumber(to)];
	return first === undefined || last === undefined ? undefined : last - first;
}

/**
 * The day a duration after another. A month later is the same day of the month, or its last where it has no such day;
 * hours and less count as the days they fill, rounded up; business hours as eight a day. Undefined where the day
 * does not exist or the sum lies beyond the year 9999.
 */
export function addDuration(
	from: string,
	duration: Duration,
	isWorkingDay: (day: string) => boolean = isMondayToFriday,
): string | undefined {
	const start = dayNumber(from);
	if (start === undefined || duration.count > lastDay) return undefined;
	const end = addTo(start, duration, isWorkingDay);
	if (end === undefined || end > lastDay) return undefined;
	return duration.and ? addDuration(dayText(end), duration.and, isWorkingDay) : dayText(end);
}

function addTo(
	start: number,
	{ count, unit }: Duration,
	isWorkingDay: (day: string) => boolean,
): number | undefined {
	switch (unit) {
		case 'second':
			return start + Math.ceil(count / 86_400);
		case 'minute':
			return start + Math.ceil(count / 1440);
		case 'hour':
			return start + Math.ceil(count / 24);
		case 'day':
			return start + count;
		case 'week':
			return start + count * 7;
		case 'month':
			return addMonths(start, count);
		case 'year':
			return addMonths(start, count * 12);
		case 'business hour':
			return addWorkingDays(start, Math.ceil(count / 8), isWorkingDay);
		case 'business day':
			return addWorkingDays(start, count, isWorkingDay);
	}
}

function addMonths(start: number, count: number): number | undefined {
	const [year = 0, month = 1, day = 1] = dayText(start).split('-').map(Number);
	const months = year * 12 + (month - 1) + count;
	if (months >= 10_000 * 12) return undefined;
	const first = firstOfMonth(months);
	const next = firstOfMonth(months + 1);
	return first + Math.min(day, next - first) - 1;
}

/** By months since the year 0. (`Date.UTC` takes the years 0 to 99 for 1900 to 1999.) */
function firstOfMonth(months: number): number {
	return new Date(0).setUTCFullYear(Math.floor(months / 12), months % 12, 1) / millisecondsADay;
}

function addWorkingDays(
	start: number,
	count: number,
	isWorkingDay: (day: string) => boolean,
): number | undefined {
	let day = start;
	for (let left = count; left > 0; ) {
		day++;
		if (day > lastDay) return undefined;
		if (isWorkingDay(dayText(day))) left--;
	}
	return day;
}

function isMondayToFriday(day: string): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday >= 1 && weekday <= 5;
}

function dayOf(text: string): number {
	return Date.parse(`${text}T00:00:00Z`) / millisecondsADay;
}
