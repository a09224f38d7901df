import type { CannotEvaluate, Problem } from '../diagnostics/problem.ts';
import type { Severity } from '../diagnostics/severity.ts';
import type { FileKind } from '../model/file-kind.ts';
import type { HistorySubject } from './history-subject.ts';
import type { PolicyFacts } from './policy-facts.ts';
import type { RuleOption } from './rule-option.ts';
import type { FileSubject, LibraryFacts, LibrarySubject, SilencingSubject } from './subject.ts';

interface RuleBase {
	/** `family/problem`, final. The file is `rules/family/problem.ts`. */
	readonly name: `${string}/${string}`;
	/** In the `recommended` preset. */
	readonly severity: Severity;
	/** When it fires: one sentence. */
	readonly summary: string;
	/** Why it matters: one or two sentences a controller understands. */
	readonly why: string;
	/** What to do in general; a problem may say more. */
	readonly remedy: string;
	/** Where it points, e.g. "at the branch that starts too high". */
	readonly points: string;
	/** Clauses it answers, as `framework clause`, e.g. `iso-9001 7.5.2 a`. Printed only where the config names the framework. */
	readonly clauses: readonly string[];
	readonly fix?: { readonly safety: 'safe' | 'unsafe'; readonly summary: string };
	readonly options?: Readonly<Record<string, RuleOption>>;
	/** Families approval, change-log, history, register, config, record, suppression: no comment and no baseline silences them. */
	readonly silenceable?: false;
	/** Needs English word lists: `not evaluated` for documents in other languages (the engine sees to it). */
	readonly language?: 'en';
	/**
	 * Complete or partial documents, run by the tests: `bad` gives exactly this rule once, `good` nothing.
	 * A text is laid over the small SOP (or small checklist, where it has `items:` or `schedule:`), section by section.
	 * Several files: each begins with a line `# file: PATH`, and nothing is laid over those.
	 * Of rules about the past: what was committed before, each commit below a line `# commit: DAY`; what stands last is the file as it is.
	 */
	readonly examples: { readonly bad: string; readonly good: string };
}

/** A rule that looks at one file, knowing registers and config. */
export interface FileRule extends RuleBase {
	readonly scope: 'file';
	readonly kinds: readonly FileKind[];
	check(subject: FileSubject): Iterable<Problem | CannotEvaluate>;
	/** What the rule can only tell of a file when it knows other documents of the library. */
	acrossLibrary?(subject: LibrarySubject): Iterable<LibraryProblem | UnevaluatedFile>;
}

/** A problem in a named file of the library. */
export type LibraryProblem = Problem & { readonly file: string };

/** A check that could not be made of one file of the library. */
export type UnevaluatedFile = CannotEvaluate & { readonly file: string };

/** A rule that needs all documents of the library at once. */
export interface LibraryRule extends RuleBase {
	readonly scope: 'library';
	check(subject: LibrarySubject): Iterable<LibraryProblem | CannotEvaluate | UnevaluatedFile>;
}

/** A rule about what git shows of the past; not evaluated, with its cause, where git cannot tell. */
export interface HistoryRule extends RuleBase {
	readonly scope: 'history';
	check(subject: HistorySubject): Iterable<HistoryProblem | CannotEvaluate>;
	/** Takes the place of `check` where a run is given the policy of a branch point to go by. */
	againstPolicy?(subject: PolicySubject): Iterable<HistoryProblem>;
}

/** What a branch is judged by, and the library as it stands on it. */
export interface PolicySubject {
	readonly policy: PolicyFacts;
	readonly library: LibraryFacts;
}

/** A problem in a file, or at a place where no file stands any more. */
export type HistoryProblem = LibraryProblem & {
	/** Where no file stands: the id of the document that is gone; empty where it was none. */
	readonly gone?: string;
};

/** A rule about what keeps other rules quiet; it runs when all others have. */
export interface SilencingRule extends RuleBase {
	readonly scope: 'silencing';
	check(subject: SilencingSubject): Iterable<LibraryProblem>;
}

export type Rule = FileRule | LibraryRule | HistoryRule | SilencingRule;

/** The part of a rule that needs all documents of the library at once; undefined where it has none. */
export function acrossLibrary(rule: Rule): LibraryRule['check'] | undefined {
	if (rule.scope === 'library') return rule.check;
	return rule.scope === 'file' ? rule.acrossLibrary : undefined;
}
