import { CommandError } from '../../diagnostics/command-error.ts';
import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import type { Version } from '../../model/history/version.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { inertText } from '../../report/inert-text.ts';
import { exitCode } from '../exit-code.ts';
import { documentStates, type KnownDocument } from '../history/document-states.ts';
import { findTrail } from '../history/find-trail.ts';
import type { Acting } from './open-acting.ts';

/** A document of the mainline, as somebody is about to make a record of it. */
export async function knownDocument({ record }: Acting, asked: string): Promise<KnownDocument> {
	const trail = findTrail(record.history, asked);
	const [known] = await documentStates(record, [trail.key], undefined, true);
	if (known === undefined) throw new Error('a document with a trail has a state');
	const { notEvaluated } = known.state;
	if (notEvaluated === null) return known;
	throw new CommandError(`What is in force of ${known.id} is not evaluated: ${notEvaluated}`, {
		help: 'A record has to name the version that it is about.',
		exitCode: exitCode.unfinished,
	});
}

/** The version in force, which a review or an exception is about. Refuses where none is. */
export function versionInForce({ id, state }: KnownDocument, what: string): Version {
	if (state.inForce !== undefined) return state.inForce;
	throw new CommandError(`No version of ${id} is in force, so there is nothing to ${what}`, {
		help: `It stands as ${state.standing?.version ?? 'nothing'}: ${state.status}: ${inertText(state.why.join('; '))}.`,
		exitCode: exitCode.findings,
	});
}

/** The text of a version, with its digest: what a record is bound to. */
export async function textOf(
	{ record: { git, history } }: Acting,
	{ id }: KnownDocument,
	version: Version,
): Promise<{ readonly read: ReadDocument; readonly digest: string }> {
	const file = version.path.slice(history.prefix.length);
	for await (const { read } of readTexts(git, [{ file, blob: version.blob }], history.state.filtered)) {
		const digest = digestOfRead(read);
		if (digest !== null) return { read, digest };
	}
	throw new CommandError(`The text of ${id}@${version.version} cannot be read`, {
		exitCode: exitCode.unfinished,
	});
}
