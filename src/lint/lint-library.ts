import type { Finding, NotEvaluated } from '../diagnostics/finding.ts';
import { groupBy } from '../diagnostics/group-by.ts';
import type { LintedFile, LintReport, SectionState } from '../diagnostics/lint-report.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { sectionOfKey, sections } from '../model/sections.ts';
import { applySuppressions, type SuppressedFinding } from './apply-suppressions.ts';
import { applyBaseline, type CoveredFinding, type StaleEntry } from './baseline.ts';
import { draftSeverities } from './draft-severities.ts';
import { goneFinding } from './gone-finding.ts';
import { historyProblems, libraryProblems, type Seen, type Unevaluated } from './library-problems.ts';
import type { LibraryRun } from './library-run.ts';
import { type FileResult, withFindings } from './lint-one.ts';
import type { SilencingSubject } from './subject.ts';

/** What a run has found, told and kept quiet. */
export interface JudgedLibrary {
	readonly report: LintReport;
	readonly suppressed: readonly SuppressedFinding[];
	readonly covered: readonly CoveredFinding[];
	/** Checks that were not made, one by one. */
	readonly unevaluated: readonly Unevaluated[];
}

/** Runs the rules that need the whole library, silences what was silenced, and puts the report together. */
export function lintLibrary(run: LibraryRun): LintReport {
	return judgeLibrary(run).report;
}

/** The same, with what was silenced, and by what. */
export function judgeLibrary(run: LibraryRun): JudgedLibrary {
	const unevaluated: Unevaluated[] = run.results.flatMap(({ file, notEvaluated }) =>
		notEvaluated.map((one) => ({ ...one, documents: 1, file })),
	);
	const results = new Map(run.results.map((result) => [result.file, result]));
	add(run, results, libraryProblems(run, unevaluated));
	const past = historyProblems(run, unevaluated);
	add(
		run,
		results,
		past.filter(({ problem }) => problem.gone === undefined),
	);
	const gone = past.flatMap((seen) => goneFinding(seen, run.library) ?? []);

	const { left, suppressed, unused } = applySuppressions([...results.values()], run);
	const silenceable = (name: string) => run.rules.find((rule) => rule.name === name)?.silenceable !== false;
	const {
		left: kept,
		covered,
		stale,
	} = run.baseline
		? applyBaseline(run.baseline.content, left, silenceable)
		: { left, covered: [], stale: [] };

	const late = new Map(
		run.results.map((result) => [result.file, { ...result, findings: [] as readonly Finding[] }]),
	);
	add(run, late, silencingProblems(run, unused, stale.filter(wasJudged(run))));
	const weighed = draftSeverities(run);
	const findings = [
		...kept.map(weighed),
		...gone,
		...[...late.values()].flatMap((result) => result.findings),
	].sort(byPlace);
	const led = run.policy === undefined ? [] : findings.filter(isLoosening);
	const rest = run.policy === undefined ? findings : findings.filter((one) => !isLoosening(one));
	const report: LintReport = {
		...toReport(run, [...led, ...rest], countUnevaluated(unevaluated), suppressed.length, covered.length),
		policy:
			run.policy === undefined
				? null
				: { from: run.policy.from, commit: run.policy.commit, loosened: led.length },
	};
	return {
		report,
		suppressed: suppressed.map((one) => ({ ...one, finding: weighed(one.finding) })),
		covered: covered.map((one) => ({ ...one, finding: weighed(one.finding) })),
		unevaluated,
	};
}

/** What a branch loosens is told before all else. */
function isLoosening({ rule }: Finding): boolean {
	return rule === 'config/loosened';
}

/** Whether a run could have shown what an entry of the baseline covers: its document was looked at or is gone, and so with its rule. */
function wasJudged(run: LibraryRun): (entry: StaleEntry) => boolean {
	const documents = new Map(run.results.map((result) => [result.document ?? result.file, result.file]));
	return ({ document, rule }) => {
		const file = documents.get(document);
		if (file === undefined && run.whole !== true) return false;
		const setting = run.settingsFor(file ?? '').get(rule);
		return setting === undefined ? !run.library.ruleNames.includes(rule) : setting.severity !== 'off';
	};
}

/** Adds what was seen to the results of the files it was seen in. */
function add(run: LibraryRun, results: Map<string, FileResult>, problems: readonly Seen[]): void {
	for (const [file, found] of groupBy(problems, (seen) => seen.problem.file)) {
		const isBaseline = file === run.baseline?.file;
		const result = results.get(file) ?? emptyResult(file);
		const read = isBaseline ? baselineRead(run.baseline) : (run.readAgain(file) ?? run.readBeside?.(file));
		if (read === undefined) continue;
		results.set(file, withFindings(result, read, found, run.library));
	}
}

/** What is not looked at, or is no file of the library, such as the baseline, and yet has findings. */
function emptyResult(file: string): FileResult {
	return {
		file,
		kind: 'config',
		document: null,
		title: null,
		function: null,
		keys: null,
		findings: [],
		notEvaluated: [],
		suppressions: [],
		broken: false,
		linkedFiles: [],
		summary: undefined,
	};
}

function baselineRead({ file, content, text }: NonNullable<LibraryRun['baseline']>): ReadDocument {
	return { kind: 'config', file, text, value: content, checked: content, problems: [], linkedFiles: [] };
}

function silencingProblems(
	run: LibraryRun,
	unusedSuppressions: SilencingSubject['unusedSuppressions'],
	staleBaselineEntries: readonly StaleEntry[],
): Seen[] {
	const subject = {
		unusedSuppressions,
		staleBaselineEntries,
		baselineFile: run.baseline?.file,
		library: run.library,
	};
	return run.rules.flatMap((rule) => {
		if (rule.scope !== 'silencing') return [];
		return [...rule.check(subject)].flatMap((problem) => {
			const setting = run.settingsFor(problem.file).get(rule.name);
			return setting && setting.severity !== 'off' ? [{ rule, setting, problem }] : [];
		});
	});
}

function countUnevaluated(seen: readonly Unevaluated[]): NotEvaluated[] {
	const groups = groupBy(seen, (one) => `${one.rule} ${one.reason}`);
	return [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([, group]) => {
			const [first] = group;
			if (first === undefined) return [];
			const { rule, reason } = first;
			return [{ rule, reason, documents: group.reduce((sum, one) => sum + one.documents, 0) }];
		});
}

function toReport(
	run: LibraryRun,
	findings: readonly Finding[],
	notEvaluated: readonly NotEvaluated[],
	suppressed: number,
	baselined: number,
): Omit<LintReport, 'policy'> {
	const byFile = groupBy(findings, (finding) => finding.file);
	// Of records only those that something is wrong with: a library has thousands.
	const files = run.results
		.filter(({ file, kind }) => !kind.startsWith('record-') || byFile.has(file))
		.sort((a, b) => (a.file < b.file ? -1 : 1))
		.map(
			(result): LintedFile => ({
				file: result.file,
				kind: result.kind,
				document: result.document,
				title: result.title,
				function: result.function,
				sections: result.keys ? sectionStates(result.keys, byFile.get(result.file) ?? []) : null,
			}),
		);
	const errors = findings.filter((finding) => finding.severity === 'error').length;
	return {
		tool: { name: 'sop', version: run.toolVersion },
		asOf: run.library.today,
		files,
		findings,
		notEvaluated,
		summary: {
			documents: files.filter((file) => file.kind === 'sop' || file.kind === 'checklist').length,
			errors,
			warnings: findings.length - errors,
			notEvaluated: notEvaluated.length,
			fixable: findings.filter((finding) => finding.fix === 'safe').length,
			suppressed,
			baselined,
		},
	};
}

function sectionStates(keys: NonNullable<FileResult['keys']>, findings: readonly Finding[]): SectionState[] {
	return sections.map((section) => {
		if (findings.some((finding) => finding.section === section.number)) {
			const written = [...keys].some(([key]) => sectionOfKey(key) === section.number);
			return written ? 'findings' : 'missing';
		}
		const state = keys.get(section.key);
		if (state === 'set aside') return 'not applicable';
		return state === 'written' ? 'complete' : 'missing';
	});
}

/** The order of a report: by file, place and rule. */
export function byPlace(a: Finding, b: Finding): number {
	return (
		compare(a.file, b.file) ||
		a.range.start.line - b.range.start.line ||
		a.range.start.column - b.range.start.column ||
		(a.section ?? 0) - (b.section ?? 0) ||
		compare(a.rule, b.rule) ||
		compare(a.message, b.message)
	);
}

/** By code unit: the same order in every locale. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
