import type { LintReport } from '../../../diagnostics/lint-report.ts';
import { readCodeOwners } from '../../../library/code-owners.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { lintLibrary } from '../../../lint/lint-library.ts';
import { type FileResult, lintOne } from '../../../lint/lint-one.ts';
import type { Rule } from '../../../lint/rule.ts';
import { rules as everyRule } from '../../../lint/rules.generated.ts';
import type { LibraryFacts } from '../../../lint/subject.ts';
import { loadUnaryTestParser } from '../../../model/decision/load-unary-test-parser.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { CommandContext } from '../../command-context.ts';
import { readBaseline } from './read-baseline.ts';
import type { SelectedFile } from './selection.ts';
import { settingsReader } from './settings-for.ts';

/** What a run is to do beside finding files. */
export interface LintRun {
	readonly rules: readonly Rule[];
	readonly today: string;
	readonly toolVersion: string;
	readonly useBaseline: boolean;
}

/** Reads and judges the selected files one after another, holding none of their texts, and puts the report together. */
export async function lintPaths(
	context: CommandContext,
	library: OpenLibrary,
	selected: readonly SelectedFile[],
	run: LintRun,
): Promise<LintReport> {
	const { rules } = run;
	let facts = { ...factsOf(library, run), ...readCodeOwners(context.io.files, library.root) };
	const settingsFor = settingsReader(library, rules, context.text('preset'));
	const results: FileResult[] = [];
	for (const one of selected) {
		const read = one.read();
		facts = await withWhatItNeeds(facts, read);
		// A copy, because pieces of a text keep the whole text in memory.
		results.push(structuredClone(lintOne(read, rules, settingsFor(one.file), facts)));
	}
	return lintLibrary({
		rules,
		settingsFor,
		library: facts,
		results,
		context: [],
		readAgain: (file) => selected.find((one) => one.file === file)?.read(),
		baseline: run.useBaseline ? readBaseline(context, library) : undefined,
		toolVersion: run.toolVersion,
	});
}

/** What rules may know of the library before any document is read. */
export function factsOf(library: OpenLibrary, run: Pick<LintRun, 'today'>): LibraryFacts {
	return {
		today: run.today,
		registers: library.registers,
		config: library.config,
		// Also those that do not run: the config and comments may name them.
		ruleNames: everyRule.map((rule) => rule.name),
	};
}

/** Loads what only some documents need, when the first of them comes. */
export async function withWhatItNeeds(facts: LibraryFacts, read: ReadDocument): Promise<LibraryFacts> {
	if (facts.feel === undefined && read.text.includes('test:'))
		return { ...facts, feel: await loadUnaryTestParser() };
	return facts;
}
