import type { Version } from '../model/history/version.ts';

/** The version that a reader compares one with: the last owner of another number before it. */
export function previousOf(versions: readonly Version[], one: Version): Version | undefined {
	return versions.findLast(
		(other) => other.position < one.position && other.owns === 'yes' && other.version !== one.version,
	);
}
