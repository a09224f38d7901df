/** What durations are counted in. Only the business units leave out nights, weekends and holidays. */
export type DurationUnit =
	| 'second'
	| 'minute'
	| 'hour'
	| 'day'
	| 'week'
	| 'month'
	| 'year'
	| 'business hour'
	| 'business day';

/** A length of time, as written: 3 months is not the same as 90 days. */
export interface Duration {
	/** A whole number from 0. */
	readonly count: number;
	readonly unit: DurationUnit;
	/** The rest of an ISO 8601 duration that one unit cannot say, such as the days of `P1M10D`. */
	readonly and?: Duration;
}

const spoken = /^(?<count>\d+) (?<unit>business (?:hour|day)|second|minute|hour|day|week|month|year)s?$/;
const iso =
	/^P(?=.)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;

/** Documents write the same few durations again and again. */
const mostKnown = 1000;
const known = new Map<string, Duration | undefined>();

/** A duration as the format writes it (`3 business days`, `P3M`); undefined for a text that is none. */
export function parseDuration(text: string): Duration | undefined {
	if (known.has(text)) return known.get(text);
	if (known.size >= mostKnown) known.clear();
	const duration = readDuration(text);
	known.set(text, duration);
	return duration;
}

function readDuration(text: string): Duration | undefined {
	const words = spoken.exec(text)?.groups;
	// The pattern allows only the units of the type.
	if (words) return { count: Number(words['count']), unit: words['unit'] as DurationUnit };
	const parts = iso.exec(text)?.groups;
	if (!parts) return undefined;
	const of = (name: string) => (parts[name] === undefined ? undefined : Number(parts[name]));
	const months = inSmallest([
		{ count: of('years'), unit: 'year', holds: 12 },
		{ count: of('months'), unit: 'month', holds: 1 },
	]);
	const rest = inSmallest([
		{ count: of('weeks'), unit: 'week', holds: 7 },
		{ count: of('days'), unit: 'day', holds: 24 },
		{ count: of('hours'), unit: 'hour', holds: 60 },
		{ count: of('minutes'), unit: 'minute', holds: 60 },
		{ count: of('seconds'), unit: 'second', holds: 1 },
	]);
	if (months === undefined) return rest;
	return rest === undefined ? months : { ...months, and: rest };
}

interface Part {
	readonly count: number | undefined;
	readonly unit: DurationUnit;
	/** How many of the next unit it holds. */
	readonly holds: number;
}

/** Counts added up in the smallest unit that was written: P1Y6M is 18 months, PT1H30M is 90 minutes. */
function inSmallest(parts: readonly Part[]): Duration | undefined {
	const last = parts.findLastIndex((part) => part.count !== undefined);
	const smallest = parts[last];
	if (smallest === undefined) return undefined;
	const count = parts
		.slice(0, last + 1)
		.reduce((sum, part, index) => (sum + (part.count ?? 0)) * (index < last ? part.holds : 1), 0);
	return { count, unit: smallest.unit };
}

const day = 86_400;

/** Seconds that one of a unit takes, at the least and at the most. */
const lengths: Readonly<Record<DurationUnit, { readonly least: number; readonly most: number }>> = {
	second: { least: 1, most: 1 },
	minute: { least: 60, most: 60 },
	hour: { least: 3600, most: 3600 },
	day: { least: day, most: day },
	week: { least: 7 * day, most: 7 * day },
	month: { least: 28 * day, most: 31 * day },
	year: { least: 365 * day, most: 366 * day },
	// From the last hour of one day to the first of the next a whole weekend may lie.
	'business hour': { least: 3600, most: 3600 + 3 * day },
	'business day': { least: 8 * 3600, most: 3 * day },
};

/** The shortest and the longest that a duration can take, in seconds; a long stretch of business days evens out to weeks. */
export function durationBounds(duration: Duration): { readonly least: number; readonly most: number } {
	const { count, unit, and } = duration;
	const rest = and ? durationBounds(and) : { least: 0, most: 0 };
	const { least, most } = oneUnit(count, unit);
	return { least: least + rest.least, most: most + rest.most };
}

function oneUnit(count: number, unit: DurationUnit): { least: number; most: number } {
	if (count === 0) return { least: 0, most: 0 };
	if (unit === 'business day') {
		// Five business days are a week; what is left over may or may not meet a weekend.
		const weeks = Math.floor(count / 5) * 7 * day;
		const left = count % 5;
		if (left === 0) return { least: weeks, most: weeks };
		return { least: weeks + lengths[unit].least + (left - 1) * day, most: weeks + (left + 2) * day };
	}
	if (unit === 'business hour' && count > 8) {
		const days = oneUnit(Math.ceil(count / 8), 'business day');
		return { least: days.least - 8 * 3600, most: days.most };
	}
	if (unit === 'month' && count > 1) {
		return { least: Math.floor(count * 30.4 - 2) * day, most: Math.ceil(count * 30.5 + 2) * day };
	}
	if (unit === 'year' && count > 3)
		return { least: count * 365 * day, most: Math.ceil(count * 365.25 + 1) * day };
	return { least: count * lengths[unit].least, most: count * lengths[unit].most };
}

/** Whether one duration is shorter than another whenever both begin: false where it depends on the calendar. */
export function isSurelyShorter(duration: Duration, than: Duration): boolean {
	if (duration.unit === than.unit && !duration.and && !than.and) return duration.count < than.count;
	const [a, b] = [inMonths(duration), inMonths(than)];
	if (a !== undefined && b !== undefined) return a < b;
	return durationBounds(duration).most < durationBounds(than).least;
}

function inMonths({ count, unit, and }: Duration): number | undefined {
	if (and) return undefined;
	return unit === 'year' ? count * 12 : unit === 'month' ? count : undefined;
}
