import type { Finding, NotEvaluated } from './finding.ts';

/** How one section of a document stands: `complete`, with `findings`, `missing`, or set aside with a reason. */
export type SectionState = 'complete' | 'findings' | 'missing' | 'not applicable';

/** One linted file. */
export interface LintedFile {
	/** Path relative to the library, with `/`. */
	readonly file: string;
	readonly kind: string;
	readonly document: string | null;
	readonly title: string | null;
	readonly function: string | null;
	/** Sections 1 to 15 by index 0 to 14; null where the file is no SOP. */
	readonly sections: readonly SectionState[] | null;
}

/** All that `sop lint` has to say, ordered by file, place and rule: a plain value, ready for any reporter. */
export interface LintReport {
	readonly tool: { readonly name: 'sop'; readonly version: string };
	/** The day the library was judged on, YYYY-MM-DD in the zone of the library. */
	readonly asOf: string;
	readonly files: readonly LintedFile[];
	readonly findings: readonly Finding[];
	readonly notEvaluated: readonly NotEvaluated[];
	/**
	 * What a branch was judged by, where that was not its own config: the branch and the commit where it left that one,
	 * and how many findings at the beginning say what it loosens. Null where its own config held.
	 */
	readonly policy: { readonly from: string; readonly commit: string; readonly loosened: number } | null;
	readonly summary: {
		/** SOPs and checklists looked at. */
		readonly documents: number;
		readonly errors: number;
		readonly warnings: number;
		readonly notEvaluated: number;
		/** Findings that `--fix` mends. */
		readonly fixable: number;
		/** Findings kept quiet by a suppression comment. */
		readonly suppressed: number;
		/** Findings kept quiet by the baseline. */
		readonly baselined: number;
	};
}
