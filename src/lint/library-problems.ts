import type { NotEvaluated } from '../diagnostics/finding.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { LibraryRun } from './library-run.ts';
import { optionReader } from './option-reader.ts';
import { acrossLibrary, type HistoryProblem } from './rule.ts';
import type { RuleProblem } from './rule-problem.ts';

/** A check that was not made, in one document or, with 0, in the library as a whole. */
export type Unevaluated = NotEvaluated & {
	/** The file it is about; undefined where it is about the library. */
	readonly file?: string | undefined;
};

/** A problem that one of these rules saw. */
export type Seen = RuleProblem & { readonly problem: HistoryProblem };

/** What the rules see that need all documents at once. What could not be evaluated is added to the list. */
export function libraryProblems(run: LibraryRun, unevaluated: Unevaluated[]): Seen[] {
	const documents = allDocuments(run);
	const reported = new Set(run.results.map((result) => result.file));
	const seen: Seen[] = [];
	for (const rule of run.rules) {
		const check = acrossLibrary(rule);
		if (check === undefined) continue;
		const general = run.settingsFor('').get(rule.name);
		const subject = {
			documents,
			isReported: (file: string) => reported.has(file),
			library: run.library,
			option: optionReader(general?.options ?? {}),
		};
		for (const problem of check(subject)) {
			const file = 'file' in problem ? problem.file : undefined;
			const setting = file === undefined ? general : run.settingsFor(file).get(rule.name);
			if (setting?.severity === 'off' || (file !== undefined && !reported.has(file))) continue;
			if ('notEvaluated' in problem)
				unevaluated.push({
					rule: rule.name,
					reason: problem.notEvaluated,
					documents: file === undefined ? 0 : 1,
					file,
				});
			else if (setting) seen.push({ rule, setting, problem });
		}
	}
	return seen;
}

/** What the past shows; where it cannot be seen, every rule that runs says so. */
export function historyProblems(run: LibraryRun, unevaluated: Unevaluated[]): Seen[] {
	const documents = allDocuments(run);
	const reported = new Set(run.results.map((result) => result.file));
	return run.rules.flatMap((rule): Seen[] => {
		const general = run.settingsFor('').get(rule.name);
		if (rule.scope !== 'history' || general === undefined || general.severity === 'off') return [];
		if (run.policy !== undefined && rule.againstPolicy !== undefined) {
			// What a branch loosens is told whatever part of the library is looked at.
			return [...rule.againstPolicy({ policy: run.policy, library: run.library })].map((problem) => ({
				rule,
				setting: general,
				problem,
			}));
		}
		if ('cause' in run.history) {
			unevaluated.push({ rule: rule.name, reason: run.history.cause, documents: 0 });
			return [];
		}
		const subject = {
			history: run.history,
			documents,
			isReported: (file: string) => reported.has(file),
			library: run.library,
			option: optionReader(general.options),
		};
		return [...rule.check(subject)].flatMap((problem): Seen[] => {
			if ('notEvaluated' in problem) {
				unevaluated.push({ rule: rule.name, reason: problem.notEvaluated, documents: 0 });
				return [];
			}
			const setting = run.settingsFor(problem.file).get(rule.name);
			const counts = problem.gone !== undefined || reported.has(problem.file);
			return setting && setting.severity !== 'off' && counts ? [{ rule, setting, problem }] : [];
		});
	});
}

/** Those that are judged and those that bear on them, in the order of their paths. */
function allDocuments(run: LibraryRun): readonly DocumentSummary[] {
	return [...run.results.flatMap((result) => result.summary ?? []), ...run.context].sort((a, b) =>
		a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
	);
}
