import { join } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import { inertText } from '../../report/inert-text.ts';
import type { CommandContext } from '../command-context.ts';
import { refuseOutside } from '../write-files.ts';

/** Refuses a place that a file could not be moved to; asked before anything is written. */
export function refuseTaken({ io: { files } }: CommandContext, { root }: OpenLibrary, to: string): void {
	refuseOutside(files, root.path, join(root.path, to));
	if (files.facts(join(root.path, to)) === null) return;
	throw new CommandError(`${inertText(to)} exists already; nothing was written`, {
		help: 'Move that file away first.',
	});
}

/** Moves a file after its record was written: where that fails, the record stands and says why it should move. */
export function moveFile(
	context: CommandContext,
	{ root }: OpenLibrary,
	{ from, to }: { readonly from: string; readonly to: string },
): void {
	context.say(`Moving ${inertText(from)} to ${inertText(to)}`);
	try {
		context.io.files.move(join(root.path, from), join(root.path, to));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
		if (code === undefined) throw error;
		throw new CommandError(`The record is written, but ${inertText(from)} cannot be moved (${code})`, {
			help: `Move it by hand, and commit both: git mv ${inertText(from)} ${inertText(to)}`,
			exitCode: 3,
		});
	}
}
