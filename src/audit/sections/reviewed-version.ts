import { type NextReview, nextReview } from '../../control/next-review.ts';
import { parseDuration } from '../../model/duration.ts';
import { inForceAt } from '../../model/history/timeline.ts';
import { knownStart, neverInForce, type Version } from '../../model/history/version.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { overlaps } from '../period.ts';

/** The version of a document that was in force last in the period, and until when in it. */
export interface LastInForce {
	readonly version: Version;
	/** The end of the period, or the last moment before that on which it was in force; in seconds. */
	readonly moment: number;
}

/** What was in force last in the period, by a state; undefined where nothing was at any time of it. */
export function lastInForce(
	{ timeline }: AuditedDocument['state'],
	{ period }: AuditInput,
): LastInForce | undefined {
	const now = inForceAt(timeline, period.end);
	if (now !== undefined) return { version: now, moment: period.end };
	let last: LastInForce | undefined;
	for (const version of timeline.versions) {
		const { start, end } = version;
		if (start === undefined || end === undefined || neverInForce(version)) continue;
		if (!overlaps(period, start, end) || end > period.end) continue;
		if (last === undefined || end - 1 > last.moment) last = { version, moment: end - 1 };
	}
	return last;
}

/** How often a version is reviewed, as it or else the config of the end of the period says; null where its text is not here. */
export function intervalOf(
	{ text, versions }: AuditedDocument,
	{ blob, digest }: Version,
	{ authorityAt, positions }: AuditInput,
): string | undefined | null {
	const texts = [text, ...versions.map((one) => one.text)];
	const own = texts.find(
		(one) => one !== undefined && (one.blob === blob || (digest !== undefined && one.digest === digest)),
	);
	if (own === undefined) return null;
	return own.obligations.reviewEvery ?? authorityAt(positions.closing).policy.review;
}

/**
 * When a document had to be reviewed next, by reviews known until an instant (seconds); or why that cannot be told, as a
 * clause.
 */
export function reviewDue(
	document: AuditedDocument,
	state: AuditedDocument['state'],
	{ version, moment }: LastInForce,
	input: AuditInput,
	until = moment,
): NextReview | string {
	const every = intervalOf(document, version, input);
	if (every === null) return 'the text that was in force is not here';
	const next = nextReview(state.timeline, every, input.period.zone, state.reviews, until);
	if (next !== undefined) return next;
	if (every === undefined) return 'neither the document nor the config says how often it is reviewed';
	if (parseDuration(every) === undefined) return 'its interval is no length of time';
	return state.timeline.versions.some((one) => one.start !== undefined && knownStart(one) === undefined)
		? 'it may have come into force before the commits that are here'
		: 'the day of its next review cannot be told';
}
