import { inForceBefore } from '../model/history/in-force-before.ts';
import { inForceAt, type Timeline } from '../model/history/timeline.ts';
import { normal, type Version } from '../model/history/version.ts';
import type { RecordPlace } from '../model/record/known-record.ts';

/** What a record says it is of. */
export interface RecordSubject {
	readonly version?: string | number | undefined;
	readonly digest?: string | undefined;
}

/** A record as far as the version that was in force for it goes. */
export interface PlacedRecord extends Pick<RecordPlace, 'position' | 'known'> {
	readonly value: RecordSubject;
}

/**
 * The version that was in force for a record when the mainline first showed it: by what it had shown before the commit
 * that brings it, so that what follows from a record may come together with it. A record of the version that this very
 * commit puts into force is of that one.
 */
export function inForceFor(
	timeline: Timeline,
	{ position, known, value }: PlacedRecord,
): Version | undefined {
	const then = inForceAt(timeline, known);
	return then !== undefined && isSameNumber(then, value.version)
		? then
		: (inForceBefore(timeline, position, known) ?? then);
}

/** Why a record is not of a version, as a clause that begins with what it is of; undefined where it is. */
export function notOfVersion(
	{ version, digest }: RecordSubject,
	inForce: Version | undefined,
	/** The digest of the version's text; undefined where nobody has it. */
	ofIt: string | null | undefined,
): string | undefined {
	if (inForce === undefined) return 'no version was in force when it was made';
	const isSame = isSameNumber(inForce, version);
	// A text that is not here cannot contradict what the record says of it.
	if (isSame && (ofIt === undefined || ofIt === null || ofIt === digest)) return undefined;
	return `it is of version ${version}, and ${isSame ? 'another text of that number' : inForce.version} was in force`;
}

/** Whether a number as a record writes it is that of a version. */
export function isSameNumber(
	{ version }: Pick<Version, 'version'>,
	written: RecordSubject['version'],
): boolean {
	return normal(String(written ?? '')) === normal(version);
}
