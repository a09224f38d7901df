import { addDuration } from '../model/calendar-day.ts';
import { parseDuration } from '../model/duration.ts';
import { knownStart, type Timeline } from '../model/history/timeline.ts';
import { dayAt } from '../model/zone.ts';

/** When a document has to be reviewed next. */
export interface NextReview {
	/** YYYY-MM-DD. */
	readonly day: string;
	/** How it follows, as a sentence without a full stop. */
	readonly why: string;
}

/**
 * The day of the next periodic review: an interval after the document first came into force, as an edit is no review
 * and none is recorded. Undefined where it never came into force, where that may have been before the commits that are
 * here, or where no interval is named.
 */
export function nextReview(
	{ versions }: Timeline,
	every: string | undefined,
	zone: string,
): NextReview | undefined {
	const starts = versions.flatMap(({ start, end }) =>
		start === undefined || (end !== undefined && end <= start) ? [] : [start],
	);
	if (versions.some((one) => one.start !== undefined && knownStart(one) === undefined)) return undefined;
	const interval = every === undefined ? undefined : parseDuration(every);
	if (interval === undefined || starts.length === 0) return undefined;
	const first = dayAt(Math.min(...starts), zone);
	const day = addDuration(first, interval);
	return day === undefined
		? undefined
		: { day, why: `${every} after it came into force on ${first}; no review is recorded` };
}
