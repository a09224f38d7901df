import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { CommandError } from '../../diagnostics/command-error.ts';
import { unsavedFiles } from '../../git/unsaved-files.ts';
import { knownRecords } from '../../library/records/known-records.ts';
import type { RecordKind, RecordValues } from '../../model/record/record-kind.ts';
import { inertText } from '../../report/inert-text.ts';
import { commitLine } from '../../scaffold/shell-text.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { shownPath } from '../write-files.ts';
import type { Acting } from './open-acting.ts';
import { recordInWords } from './record-in-words.ts';
import { type RecordHere, recordsHere } from './records-here.ts';

/** What a command is about to record, and what else belongs into the commit of it. */
export interface Unfinished<Kind extends RecordKind> {
	readonly kind: Kind;
	/** Says where such records lie. */
	readonly like: RecordValues[Kind];
	/** Whether a record that lies here is the one that the command would write. */
	readonly isSame: (value: RecordValues[Kind]) => boolean;
	/** A file that the command moves: where it stands before, and where after. */
	readonly move?: { readonly from: string; readonly to: string } | undefined;
	/** The message of the commit where it is not the record in words. */
	readonly message?: string;
}

/**
 * Refuses to record twice what lies here and the mainline does not show yet: a command that was stopped halfway, or whose
 * record nobody has committed. Says how to finish it, and how to begin again.
 */
export async function refuseUnfinished<Kind extends RecordKind>(
	context: CommandContext,
	{ library, record, mainline }: Acting,
	{ kind, like, isSame, move, message }: Unfinished<Kind>,
): Promise<void> {
	const { files } = context.io;
	const root = library.root.path;
	const here = recordsHere(files, root, kind, like).filter(({ value }) => isSame(value));
	if (here.length === 0) return;
	const { git, history, moment } = record;
	const shown = await knownRecords({
		git,
		history,
		mainline: history.mainlineUpTo(moment.position),
		upTo: moment.position,
		kinds: [kind],
	});
	const known = new Set([...shown[kind], ...shown.broken].map(({ file }) => file));
	const open = here.find(({ file }) => !known.has(file));
	if (open === undefined) return;
	const unsaved = await unsavedFiles(git, history.prefix + open.file);
	if (unsaved.length === 0) {
		throw new CommandError(`That is recorded on this branch already: ${inertText(open.file)}`, {
			help: `It counts once ${mainline} shows it.`,
			exitCode: exitCode.findings,
		});
	}
	throw notCommitted(context, root, open, recordInWords(kind, open.value), move, message);
}

/** Whether two records say the same, each at its own time. */
export function isSameButWhen(
	a: { readonly at?: string; readonly signature?: string },
	b: { readonly at?: string; readonly signature?: string },
): boolean {
	const { at: _at, signature: _signed, ...one } = a;
	const { at: _otherAt, signature: _otherSigned, ...other } = b;
	return isDeepStrictEqual(one, other);
}

/** Says of a record that lies here and that no commit holds how to commit it, and how to begin again. */
export function notCommitted(
	context: CommandContext,
	root: string,
	{ file }: Pick<RecordHere<RecordKind>, 'file'>,
	words: string,
	move?: { readonly from: string; readonly to: string },
	message = words,
): CommandError {
	const shown = (path: string) => shownPath(context, join(root, path));
	const isMoved = move !== undefined && context.io.files.facts(join(root, move.to)) !== null;
	const paths = [file, ...(move === undefined ? [] : [move.to])].map(shown);
	const line = commitLine(paths, message, undefined, move === undefined ? [] : [shown(move.from)]);
	const first =
		move === undefined || isMoved
			? ''
			: `move ${inertText(shown(move.from))} to ${inertText(shown(move.to))}, and `;
	const back = isMoved
		? `, and move ${inertText(shown(move.to))} back to ${inertText(shown(move.from))}`
		: '';
	return new CommandError(`That is recorded here already, and not committed: ${inertText(file)}`, {
		help: `To finish it, ${first}commit it:\n  ${inertText(line)}\nTo begin again, delete that record${back}.`,
		exitCode: exitCode.findings,
	});
}
