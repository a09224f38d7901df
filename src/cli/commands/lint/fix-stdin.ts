import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readDocument } from '../../../library/read-document.ts';
import type { CommandContext } from '../../command-context.ts';
import { fixerOf } from './fix-read.ts';
import type { LintRun } from './lint-paths.ts';
import type { Selection } from './selection.ts';

/**
 * Mends the text from standard input and gives it, with what is to be linted now. The text is given also where there
 * was nothing to mend: an editor takes it in place of what it sent.
 */
export async function fixStdin(
	context: CommandContext,
	library: OpenLibrary,
	{ files: [sent], unreadable }: Selection,
	run: LintRun,
): Promise<{ readonly text: string; readonly selected: Selection }> {
	const read = sent?.read();
	if (sent === undefined || read === undefined) return { text: '', selected: { files: [], unreadable } };
	const undecoded =
		read.text === '' ? read.problems.find(({ rule }) => rule === 'document/syntax') : undefined;
	if (undecoded !== undefined) {
		throw new CommandError(`Standard input cannot be mended: ${undecoded.message}`, {
			...(undecoded.help === undefined ? {} : { help: undecoded.help }),
			exitCode: 3,
		});
	}
	const { text } = await fixerOf(context, library, run)(read);
	const again = {
		...readDocument(read.kind, read.file, new TextEncoder().encode(text)),
		linkedFiles: read.linkedFiles,
	};
	const mark = sent.hasByteOrderMark === true ? '\ufeff' : '';
	return { text: mark + text, selected: { files: [{ ...sent, read: () => again }], unreadable } };
}
