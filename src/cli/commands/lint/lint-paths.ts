import type { LintReport } from '../../../diagnostics/lint-report.ts';
import type { FoundFile } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import { lintLibrary } from '../../../lint/lint-library.ts';
import { lintOne } from '../../../lint/lint-one.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { LibraryFacts } from '../../../lint/subject.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { CommandContext } from '../../command-context.ts';
import { selectFiles } from './select-files.ts';
import { settingsReader } from './settings-for.ts';

/** Lints what the call names: finds the files, reads and judges them one after another, and puts the report together. */
export async function lintPaths(
	context: CommandContext,
	library: OpenLibrary,
	rules: readonly Rule[],
	run: { readonly today: string; readonly toolVersion: string },
): Promise<LintReport> {
	const { files } = context.io;
	const root = library.root.path;
	const selected = await selectFiles(context, library);
	const facts: LibraryFacts = {
		today: run.today,
		registers: library.registers,
		config: library.config,
		ruleNames: rules.map((rule) => rule.name),
	};
	const settingsFor = settingsReader(library, rules, context.text('preset'));
	const read = (found: FoundFile): ReadDocument =>
		library.supporting.get(found.file) ?? readFoundFile(files, root, found);
	const results = selected.map((found) => lintOne(read(found), rules, settingsFor(found.file), facts));
	return lintLibrary({
		rules,
		settingsFor,
		library: facts,
		results,
		context: [],
		readAgain: (file) => {
			const found = selected.find((one) => one.file === file);
			return found && read(found);
		},
		toolVersion: run.toolVersion,
	});
}
