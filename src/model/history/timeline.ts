import { FoundVersions } from './found-versions.ts';
import type { MainlineCommit } from './mainline.ts';
import { shownUpTo, standsAfter } from './standing.ts';
import type { TimelineInput } from './timeline-input.ts';
import type { PathState } from './trail.ts';
import { isHigher, type Version } from './version.ts';
import { withForce } from './with-force.ts';

/** The versions of one document, by what a mainline had shown up to some commit. */
export interface Timeline {
	/** In the order in which the mainline showed them. */
	readonly versions: readonly Version[];
	/** Where its texts stand at that commit: none where it is gone, two where two files share the id. */
	readonly standing: readonly PathState[];
	/** Whether it ever stood on the mainline by then. */
	readonly stood: boolean;
}

/**
 * Derives the versions of a document. The first content under a number that is complete owns it, and is in force from
 * the day it states or, where that is later, from when it was known and complete; until a higher number takes over or a
 * withdrawal ends it, for good. In a library without approvals a content is complete as soon as the mainline shows it.
 */
export function timelineOf(input: TimelineInput): Timeline {
	const { entries, mainline, upTo, cutOff } = input;
	const since = input.adoptedAt ?? Number.NEGATIVE_INFINITY;
	const known = shownUpTo(entries, upTo);
	const found = new FoundVersions(input.digestOf);
	let standing: readonly PathState[] = [];
	let earlier: (MainlineCommit & { readonly position: number }) | undefined;
	for (const entry of known) {
		const position = entry.mainline ?? 0;
		const commit = mainline.at(position);
		if (commit === undefined) continue;
		const isBefore = commit.time < since;
		const stood = standing;
		// What stood when the library was adopted counts from then on, whatever stood before it.
		if (!isBefore && earlier !== undefined) {
			found.add(standing, { ...earlier, time: since }, earlier.level);
			earlier = undefined;
		}
		standing = standsAfter(standing, entry);
		if (isBefore) earlier = { ...commit, position };
		else
			found.add(
				entry.after,
				{ ...commit, position },
				cutOff && position === 0 ? 'no later than' : commit.level,
				stood,
			);
	}
	if (earlier !== undefined) found.add(standing, { ...earlier, time: since }, earlier.level);
	return { versions: withForce(found, input), standing, stood: known.length > 0 };
}

/** The version in force at an instant in seconds: the highest number that has begun, unless it has ended. */
export function inForceAt(timeline: Timeline, instant: number): Version | undefined {
	const begun = timeline.versions.filter(({ start }) => start !== undefined && start <= instant);
	const highest = begun.reduce<Version | undefined>(
		(best, one) => (best === undefined || isHigher(one.version, best.version) ? one : best),
		undefined,
	);
	return highest?.end !== undefined && highest.end <= instant ? undefined : highest;
}

/**
 * The version whose section 15 says at an instant in seconds who may act for the document: the one in force; where none is,
 * the last complete one that was known.
 */
export function governingAt(timeline: Timeline, instant: number): Version | undefined {
	return (
		inForceAt(timeline, instant) ??
		timeline.versions.findLast(({ complete, owns, known }) => complete && owns === 'yes' && known <= instant)
	);
}
