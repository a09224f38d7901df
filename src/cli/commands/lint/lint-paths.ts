import type { LintReport } from '../../../diagnostics/lint-report.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { NewEntry } from '../../../lint/baseline.ts';
import { lintLibrary } from '../../../lint/lint-library.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { CommandContext } from '../../command-context.ts';
import { openRecord, type RecordOrCause } from '../../history/open-record.ts';
import { build } from '../../version.ts';
import { contextOf, isWhole } from './context-of.ts';
import { libraryFacts } from './library-facts.ts';
import { lintInParallel } from './lint-in-parallel.ts';
import { historyFacts } from './past/history-facts.ts';
import { rivalIds } from './past/rival-ids.ts';
import { markNewSuppressions } from './policy/new-suppressions.ts';
import { policyFacts } from './policy/policy-facts.ts';
import type { ReadBaseline } from './read-baseline.ts';
import { rememberedResults } from './remembered-results.ts';
import type { SelectedFile } from './selection.ts';
import { settingsReader } from './settings-for.ts';

/** What a run is to do beside finding files. */
export interface LintRun {
	readonly rules: readonly Rule[];
	readonly today: string;
	readonly toolVersion: string;
	/** The baseline to go by; undefined where every finding counts. */
	readonly baseline: ReadBaseline | undefined;
	/** What the baseline of a branch would cover that the policy it is judged by does not let it. */
	readonly newEntries?: readonly NewEntry[];
	/** Files that are judged as they will be once they are signed. */
	readonly asComplete?: ReadonlySet<string>;
}

/** Lints the selected files, each by itself and all of them together, and puts the report together. */
export async function lintPaths(
	context: CommandContext,
	library: OpenLibrary,
	selected: readonly SelectedFile[],
	run: LintRun,
): Promise<LintReport> {
	const { rules } = run;
	const facts = libraryFacts(context.io.files, library, run.today);
	const settingsFor = settingsReader(library, rules, context.text('preset'));
	const past = pastOf(context, library, rules);
	// Git works beside the linter; but not where both would keep every processor busy, and what each holds would add up.
	if (selected.length > manyFiles) await past;
	const progress = context.progress(selected.length, 'documents');
	const remembered = rememberedResults(context, library, { rules, facts, build });
	const known = remembered?.recall(selected, progress.step) ?? [];
	const names = new Set(known.map((result) => result.file));
	const judged = await lintInParallel(context, library, {
		files: names.size === 0 ? selected : selected.filter(({ file }) => !names.has(file)),
		rules,
		settingsFor,
		facts,
		onFile: progress.step,
	});
	progress.end();
	remembered?.remember(judged);
	const results = await markNewSuppressions(context, library, [...known, ...judged]);
	const byFile = new Map(selected.map((one) => [one.file, one]));
	const around = await contextOf(context, library, rules, results);
	const whole = isWhole(context, library);
	const { record, cause } = await past;
	return lintLibrary({
		rules,
		settingsFor,
		library: facts,
		results,
		context: around,
		readAgain: (file) => byFile.get(file)?.read(),
		baseline: run.baseline,
		whole,
		asComplete: run.asComplete,
		toolVersion: run.toolVersion,
		policy: policyFacts(library, results, run),
		readBeside: (file) => library.supporting.get(file),
		history:
			record === undefined
				? { cause }
				: await historyFacts(
						record,
						{ files: context.io.files, library, selected: byFile, results, context: around, whole },
						context.has('branches') ? (here) => rivalIds(context, record, here) : undefined,
					),
	});
}

/** Files that take the linter longer than git takes to start. */
const manyFiles = 200;

/** The past of the library, where a rule asks for it; never rejects while nobody waits for it. */
function pastOf(
	context: CommandContext,
	library: OpenLibrary,
	rules: readonly Rule[],
): Promise<RecordOrCause> {
	if (context.yesOrNo('history') === false) return Promise.resolve({ cause: '--no-history' });
	// What a file rule finds weighs less in a draft, and only the past tells what is one.
	if (!rules.some((rule) => rule.scope === 'history' || rule.scope === 'file'))
		return Promise.resolve({ cause: 'no rule asks for it' });
	const past = openRecord(context, library);
	past.catch(() => {});
	return past;
}
