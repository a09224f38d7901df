import { join } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { RecordKind, RecordValues } from '../../model/record/record-kind.ts';
import { recordPath } from '../../model/record/record-path.ts';
import { inertText } from '../../report/inert-text.ts';
import { decodeText } from '../../source/decode-text.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseOutside } from '../write-files.ts';
import { recordLine, recordText } from './record-text.ts';

/** Where a record goes. */
export interface RecordPlace {
	readonly file: string;
	/** What stands there already, in a file of lines. */
	readonly before: Uint8Array | undefined;
}

/** The file of a record: a free one, or the lines that it comes after. Refuses to write over what stands. */
export function placeFor<Kind extends RecordKind>(
	{ io: { files } }: CommandContext,
	{ root }: OpenLibrary,
	{
		kind,
		value,
		again,
	}: { readonly kind: Kind; readonly value: RecordValues[Kind]; readonly again?: boolean },
): RecordPlace {
	for (let nth = 1; ; nth++) {
		const file = recordPath(kind, value, nth);
		const path = join(root.path, file);
		refuseOutside(files, root.path, path);
		const facts = files.facts(path);
		if (facts === null) return { file, before: undefined };
		if (file.endsWith('.jsonl')) return { file, before: linesOf(files.read(path), file) };
		// The names of more than a thousand records of one signature are none that anybody has written.
		if (again !== true || nth > 1000) {
			throw new CommandError(`${inertText(file)} stands already; nothing was written`, {
				help: 'The same was recorded before. A record is never changed; sop withdraw ends one.',
			});
		}
	}
}

function linesOf(read: ReturnType<CommandContext['io']['files']['read']>, file: string): Uint8Array {
	if (!read.ok) {
		throw new CommandError(`${inertText(file)} cannot be read (${read.code}); nothing was written`, {
			help: 'Check what stands there, and its permissions.',
			exitCode: 3,
		});
	}
	const whole = read.bytes.length === 0 || read.bytes.at(-1) === 0x0a;
	if (whole && decodeText(read.bytes).ok) return read.bytes;
	throw new CommandError(
		`${inertText(file)} ${whole ? 'is not a text' : 'does not end with a line end'}; nothing was written`,
		{
			help: 'It may be cut off or damaged. Take it as it was committed: git restore FILE.',
			exitCode: 3,
		},
	);
}

/** Writes records of one file whole or not at all; `written` names files that were written before it. */
export function putDown<Kind extends RecordKind>(
	context: CommandContext,
	library: OpenLibrary,
	kind: Kind,
	values: readonly RecordValues[Kind][],
	{ file, before }: RecordPlace,
	written: readonly string[],
): void {
	const { files } = context.io;
	const path = join(library.root.path, file);
	try {
		if (file.endsWith('.jsonl')) {
			const lines = values.map((value) => recordLine(kind, value)).join('');
			files.replace(path, before, Buffer.from(before ?? []).toString('utf8') + lines);
		} else for (const value of values) files.create(path, recordText(kind, value));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
		if (code === undefined) throw error;
		const meanwhile = code === 'ECHANGED' || code === 'EEXIST';
		const done =
			written.length === 0 ? 'nothing was written' : `only ${inertText(written.join(', '))} was written`;
		throw new CommandError(
			meanwhile
				? `${inertText(file)} was written by somebody else meanwhile; ${done}`
				: `${inertText(file)} cannot be written (${code}); ${done}`,
			{
				help: meanwhile
					? 'Run the command again.'
					: 'Check the permissions of the folder and the space on the disk, and run the command again.',
				exitCode: 3,
			},
		);
	}
}
