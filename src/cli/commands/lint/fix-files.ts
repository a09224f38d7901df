import type { OpenLibrary } from '../../../library/open-library.ts';
import { readDocument } from '../../../library/read-document.ts';
import { fixText } from '../../../lint/fix-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { libraryFacts, withWhatItNeeds } from './library-facts.ts';
import type { LintRun } from './lint-paths.ts';
import type { SelectedFile } from './selection.ts';
import { settingsReader } from './settings-for.ts';

const byteOrderMark = '\ufeff';

/** Mends the selected files in place, each written whole or not at all; gives how many fixes in how many files. */
export async function fixFiles(
	context: CommandContext,
	library: OpenLibrary,
	selected: readonly SelectedFile[],
	run: LintRun,
): Promise<{ readonly fixes: number; readonly files: number }> {
	const settingsFor = settingsReader(library, run.rules, context.text('preset'));
	const { files } = context.io;
	let facts = libraryFacts(files, library, run.today);
	let fixes = 0;
	let changed = 0;
	for (const one of selected) {
		const read = one.read();
		if (one.path === undefined || read.text === '') continue;
		facts = await withWhatItNeeds(facts, read);
		const reread = (text: string) => ({
			...readDocument(read.kind, read.file, new TextEncoder().encode(text)),
			linkedFiles: read.linkedFiles,
		});
		const unsafe = context.has('fixUnsafe');
		const fixed = fixText(read, reread, {
			rules: run.rules,
			settings: settingsFor(one.file),
			library: facts,
			unsafe,
		});
		if (fixed.text === read.text) continue;
		// A link keeps being a link: what it leads to is written.
		const path = files.realPath(one.path) ?? one.path;
		const before = files.read(path);
		const hadMark =
			before.ok &&
			new TextDecoder('utf-8', { ignoreBOM: true }).decode(before.bytes).startsWith(byteOrderMark);
		files.write(path, hadMark ? byteOrderMark + fixed.text : fixed.text);
		fixes += fixed.applied;
		changed++;
	}
	return { fixes, files: changed };
}
