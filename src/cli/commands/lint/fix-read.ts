import type { OpenLibrary } from '../../../library/open-library.ts';
import { readDocument } from '../../../library/read-document.ts';
import { fixText } from '../../../lint/fix-text.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { CommandContext } from '../../command-context.ts';
import { libraryFacts, withWhatItNeeds } from './library-facts.ts';
import type { LintRun } from './lint-paths.ts';
import { settingsReader } from './settings-for.ts';

/** The text of a document after its fixes, and how many there were. */
export type Fixer = (read: ReadDocument) => Promise<{ readonly text: string; readonly applied: number }>;

/** Mends the texts of documents, as the flags and settings of a run ask for; writes nothing. */
export function fixerOf(context: CommandContext, library: OpenLibrary, run: LintRun): Fixer {
	const settingsFor = settingsReader(library, run.rules, context.text('preset'));
	let facts = libraryFacts(context.io.files, library, run.today);
	return async (read) => {
		facts = await withWhatItNeeds(facts, read);
		const reread = (text: string) => ({
			...readDocument(read.kind, read.file, new TextEncoder().encode(text)),
			linkedFiles: read.linkedFiles,
		});
		return fixText(read, reread, {
			rules: run.rules,
			settings: settingsFor(read.file),
			library: facts,
			unsafe: context.has('fixUnsafe'),
		});
	};
}
