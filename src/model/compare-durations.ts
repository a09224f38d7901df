import { type Duration, isSurelyShorter, parseDuration } from './duration.ts';

/** Hours that a business day is taken to have at the least and at the most, where only the calendar could tell. */
const hoursOfBusinessDay = { least: 6, most: 12 };

/**
 * Whether one duration, as written, is over before the other whatever the calendar says. False where it depends on
 * weekends (3 business days against 4 days), where they are equal, and where one is no duration.
 */
export function isSurelySooner(text: string, than: string): boolean {
	const [first, second] = [parseDuration(text), parseDuration(than)];
	if (first === undefined || second === undefined) return false;
	const [a, b] = [inBusinessHours(first), inBusinessHours(second)];
	if (a !== undefined && b !== undefined && first.unit !== second.unit) return a.most < b.least;
	return isSurelyShorter(first, second);
}

/** Business units pass only in business time, so they compare closer there than by the clock on the wall. */
function inBusinessHours({ count, unit, and }: Duration): { least: number; most: number } | undefined {
	if (and !== undefined) return undefined;
	if (unit === 'business hour') return { least: count, most: count };
	if (unit !== 'business day') return undefined;
	return { least: count * hoursOfBusinessDay.least, most: count * hoursOfBusinessDay.most };
}
