import { normal, type Version } from '../model/history/version.ts';

/**
 * The version that a reader compares one with: the last owner of another number before it; of a text that was put under
 * the number of another, that other.
 */
export function previousOf(versions: readonly Version[], one: Version): Version | undefined {
	if (one.owns === 'no') {
		const owner = versions.find(
			(other) => other.owns === 'yes' && normal(other.version) === normal(one.version),
		);
		if (owner !== undefined) return owner;
	}
	return versions.findLast(
		(other) => other.position < one.position && other.owns === 'yes' && other.version !== one.version,
	);
}
