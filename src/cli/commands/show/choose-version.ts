import type { DocumentState } from '../../../control/document-state.ts';
import { endWords } from '../../../control/end-words.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { knownStart, neverInForce, normal, type Version } from '../../../model/history/version.ts';
import { isVersion } from '../../../model/version-number.ts';
import { dayAt } from '../../../model/zone.ts';
import type { DocumentRequest } from './parse-reference.ts';

/**
 * The version that a number names: the content that owns it, else the one that was known last; with a digest, that
 * content. A usage error that lists what there is where nothing fits, or where the digest fits several.
 */
export function chooseVersion(id: string, asked: DocumentRequest, { timeline }: DocumentState): Version {
	const { versions } = timeline;
	const number = asked.version ?? '';
	const named = versions.filter(({ version }) => isVersion(number) && normal(version) === normal(number));
	const fitting =
		asked.digest === undefined
			? named
			: named.filter(({ digest }) => digest?.startsWith(`sha256:${asked.digest?.toLowerCase()}`));
	const chosen = fitting.find(({ owns }) => owns === 'yes') ?? fitting.at(-1);
	if (chosen !== undefined && (asked.digest === undefined || fitting.length === 1)) return chosen;
	const list = versions.map(({ version, digest }) => `${id}@${version}~${shortDigest(digest)}`).join(', ');
	const what =
		asked.digest === undefined ? `version ${JSON.stringify(number)}` : `version ${number}~${asked.digest}`;
	throw new CommandError(
		fitting.length > 1
			? `${fitting.length} contents of ${id} fit ${what}`
			: `${id} never had a ${what} on the mainline`,
		{ help: versions.length === 0 ? 'It never stood there with a version.' : `There is: ${list}.` },
	);
}

/** How a version relates to the moment asked about: what nobody may overlook who reads it. */
export function forceOf(
	version: Version,
	{ inForce, notEvaluated }: DocumentState,
	on: number,
	zone: string,
): string {
	if (notEvaluated !== null) return `whether it was in force is not evaluated: ${notEvaluated}`;
	if (inForce === version) {
		const from = dayAt(version.start ?? version.known, zone);
		return knownStart(version) === undefined ? `in force since ${from} or earlier` : `in force since ${from}`;
	}
	if (version.owns === 'no') return 'never in force: its number is that of another text';
	if (version.owns === 'open') return 'never in force: it lacks signatures';
	if (version.owns === 'contested')
		return 'not evaluated: two texts with its number were complete by one commit';
	const end = endWords(version, zone);
	if (version.start === undefined)
		return end === undefined
			? 'never in force: the day it states does not exist'
			: `never in force: ${end}, before it could begin`;
	if (neverInForce(version)) return `never in force: ${version.supersededBy} had begun before it could`;
	if (version.start > on) return `not in force yet: from ${dayAt(version.start, zone)}`;
	return end === undefined ? 'not in force' : `not in force any more: ${end}`;
}
