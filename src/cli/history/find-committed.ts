import { join } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import { savedText } from '../../git/saved-text.ts';
import { digestOfRead } from '../../library/history/read-texts.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { inertText } from '../../report/inert-text.ts';
import { shortRef } from '../../report/short-ref.ts';
import type { CommandContext } from '../command-context.ts';
import { findDocument } from '../commands/show/find-document.ts';
import { versionIn } from '../commands/show/show-work.ts';
import { exitCode } from '../exit-code.ts';
import type { OpenRecord } from './open-record.ts';

/** A document as it is checked out and committed. */
export interface CommittedDocument {
	readonly id: string;
	/** Relative to the library, with `/`. */
	readonly file: string;
	/** The number that the file here states. */
	readonly version: string;
	/** Object id of the text that is checked out. */
	readonly blob: string;
	/** The branch that decides, as people know it. */
	readonly mainline: string;
}

/** The file of a document as it is checked out and committed; a usage error where it is anything else. */
export async function findCommitted(
	context: CommandContext,
	{ git, history }: OpenRecord,
	asked: string,
): Promise<{ readonly committed: CommittedDocument; readonly read: ReadDocument }> {
	const { read, id, root, others } = await findDocument(context, asked);
	const file = inertText(read.file);
	if (others.length > 0)
		throw new CommandError(
			`${others.length + 1} files bear the id ${id}: ${[read.file, ...others].map(inertText).join(', ')}`,
			{
				help: 'Only one can be the document: give the others ids of their own, or delete them.',
			},
		);
	if (context.io.files.facts(join(root, read.file))?.kind !== 'file')
		throw new CommandError(`${file} is a link, and what it leads to is not the document`, {
			help: 'Put the file itself in its place.',
		});
	if (digestOfRead(read) === null)
		throw new CommandError(
			`${file} cannot be read: ${inertText(read.problems[0]?.message ?? 'it holds no keys')}`,
			{
				help: 'Mend it first: sop lint shows where.',
				exitCode: exitCode.unfinished,
			},
		);
	const { state, blob } = await savedText(git, history.prefix + read.file);
	if (state === 'never committed')
		throw new CommandError(`${file} was never committed here, so its first version is still open`, {
			help: 'Change it as it is, then commit it.',
		});
	if (state !== 'saved')
		throw new CommandError(
			state === 'changed'
				? `${file} holds changes that are not committed: they would belong to no version`
				: `A merge has left ${file} in conflict`,
			{
				help:
					state === 'changed'
						? `Commit them first, or put them aside: git stash push -- ${file}. git stash pop brings them back.`
						: 'Settle the conflict, and commit it.',
			},
		);
	const version = versionIn(read.value);
	if (version === null)
		throw new CommandError(`${file} states no version`, {
			help: 'Write version: "1.0" into its header, in quotes.',
		});
	const mainline = shortRef(history.ref?.ref ?? 'main');
	return { read, committed: { id, file: read.file, version, blob, mainline } };
}
