const millisecondsADay = 86_400_000;

/** First and last day that the four digits of a year can say; 9999-12-31 is how many systems write "for ever". */
export const firstDay = dayOf('0001-01-01');
export const lastDay = dayOf('9999-12-31');

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`; null where the text is none or the day does not exist. */
export function dayNumber(text: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return null;
	const day = dayOf(text);
	// A parser may roll 30 February over to March: only a day that reads the same exists.
	return Number.isNaN(day) || dayText(day) !== text ? null : day;
}

/** The day as `YYYY-MM-DD`, for a day number from `dayNumber`. */
export function dayText(day: number): string {
	return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

function dayOf(text: string): number {
	return Date.parse(`${text}T00:00:00Z`) / millisecondsADay;
}
