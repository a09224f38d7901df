import { addDuration } from '../model/calendar-day.ts';
import { parseDuration } from '../model/duration.ts';
import type { Timeline } from '../model/history/timeline.ts';
import { knownStart } from '../model/history/version.ts';
import { dayAt } from '../model/zone.ts';
import type { DocumentState } from './document-state.ts';
import type { JudgedReview } from './judged-review.ts';

/** When a document has to be reviewed next. */
export interface NextReview {
	/** YYYY-MM-DD. */
	readonly day: string;
	/** How it follows, as a sentence without a full stop. */
	readonly why: string;
	/** The event that makes it necessary before its time; undefined where the interval does. */
	readonly event?: string;
}

/**
 * The day of the next periodic review: an interval after the last review that counts, or after the document first came
 * into force where none is recorded, as an edit is no review; at once where a record names an event since then. Undefined
 * where it never came into force, where that may have been before the commits that are here, where nobody can tell whether a
 * review of it counts, or where no interval is
 * named and nothing has happened. `until` (seconds) leaves out what was known later.
 */
export function nextReview(
	{ versions }: Timeline,
	every: string | undefined,
	zone: string,
	reviews: readonly JudgedReview[] = [],
	until = Number.POSITIVE_INFINITY,
): NextReview | undefined {
	const starts = versions.flatMap(({ start, end }) =>
		start === undefined || (end !== undefined && end <= start) ? [] : [start],
	);
	if (starts.length === 0) return undefined;
	const known = reviews.filter(({ record }) => record.known <= until);
	if (known.some(({ isUnseen }) => isUnseen)) return undefined;
	const last = known.findLast(({ cause }) => cause === null);
	const since = last?.record.known ?? Number.NEGATIVE_INFINITY;
	// An event that a review has dealt with is over; one that somebody only recorded is not.
	const open = known.find(
		({ cause, isGenuine, record }) =>
			cause !== null && isGenuine && record.value.event !== undefined && record.known > since,
	);
	const periodic = byInterval(versions, starts, every, zone, last);
	if (open !== undefined) {
		const day = dayAt(open.record.known, zone);
		const event = open.record.value.event ?? '';
		if (periodic === undefined || day < periodic.day)
			return { day, why: `${event}, recorded on ${day}, and no review since`, event };
	}
	return periodic;
}

/** Whether nothing of a document is in force, nor will be by what is signed: then nobody reviews it. */
export function isOver({
	timeline: { versions },
	inForce,
	notEvaluated,
}: Pick<DocumentState, 'timeline' | 'inForce' | 'notEvaluated'>): boolean {
	const isToCome = versions.some(({ start, end }) => start !== undefined && end === undefined);
	return notEvaluated === null && inForce === undefined && !isToCome;
}

function byInterval(
	versions: Timeline['versions'],
	starts: readonly number[],
	every: string | undefined,
	zone: string,
	last: JudgedReview | undefined,
): NextReview | undefined {
	const interval = every === undefined ? undefined : parseDuration(every);
	if (interval === undefined) return undefined;
	if (last !== undefined) {
		const reviewed = dayAt(last.record.known, zone);
		const day = addDuration(reviewed, interval);
		const { person, verdict } = last.record.value;
		return day === undefined
			? undefined
			: { day, why: `${every} after ${person} reviewed it on ${reviewed} (${verdict})` };
	}
	if (versions.some((one) => one.start !== undefined && knownStart(one) === undefined)) return undefined;
	const first = dayAt(Math.min(...starts), zone);
	const day = addDuration(first, interval);
	return day === undefined
		? undefined
		: { day, why: `${every} after the document first came into force on ${first}; no review is recorded` };
}
