import { isSameNumber, type RecordSubject } from '../../control/of-version.ts';
import { inForceAt, type Timeline } from '../../model/history/timeline.ts';
import type { Version } from '../../model/history/version.ts';

/** How the version that a record is of stood at a moment. */
export type VersionThen =
	| 'in force'
	| 'superseded'
	| 'withdrawn'
	| 'not yet in force'
	| 'no version of it'
	| 'not evaluated';

/** How the version that a record is of stood at an instant (seconds). */
export function versionThen(timeline: Timeline, subject: RecordSubject, instant: number): VersionThen {
	const same = timeline.versions.filter((one) => one.known <= instant && isSameNumber(one, subject.version));
	const found = same.find(({ digest }) => digest === subject.digest);
	if (found !== undefined) return standing(timeline, found, instant);
	// A text that nobody has looked into may be the one.
	return same.some(({ digest }) => digest === undefined) ? 'not evaluated' : 'no version of it';
}

function standing(timeline: Timeline, version: Version, instant: number): VersionThen {
	const { start, end, endedBy } = version;
	if (inForceAt(timeline, instant) === version) return 'in force';
	if (end !== undefined && end <= instant) return endedBy === 'higher number' ? 'superseded' : 'withdrawn';
	// A lower number that begins after a higher one never is in force.
	return start !== undefined && start <= instant ? 'superseded' : 'not yet in force';
}
