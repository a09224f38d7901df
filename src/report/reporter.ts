import type { LintReport } from '../diagnostics/lint-report.ts';
import type { Severity } from '../diagnostics/severity.ts';

/** What a report may tell of a rule besides its findings. */
export interface RuleDescription {
	/** `family/problem`. */
	readonly name: string;
	/** When it fires: one sentence. */
	readonly summary: string;
	/** Why it matters. */
	readonly why: string;
	/** What to do in general. */
	readonly remedy: string;
	/** Whether `--fix` or `--fix-unsafe` can mend what it finds; null where neither can. */
	readonly fixSafety: 'safe' | 'unsafe' | null;
	readonly severity: Severity;
	/** Address of its entry in the rule reference. */
	readonly docsUrl?: string;
}

/** How to write a report. */
export interface ReportOptions {
	readonly color: boolean;
	/** Cells in a line of the terminal. */
	readonly width: number;
	/** What goes before a path of the library, `''` or e.g. `examples/`. */
	readonly root: {
		/** To open the file from where the user stands. */
		readonly fromWorkingDirectory: string;
		/** To name the file as the repository does. */
		readonly fromRepository: string;
	};
	/** By name. A rule that is not there is reported without its description. */
	readonly rules: ReadonlyMap<string, RuleDescription>;
	/** Also list the documents without findings. */
	readonly verbose?: boolean;
}

/**
 * Turns a report into text that ends with a line break.
 * The same report and options give the same text: no clock, no environment.
 */
export type Reporter = (report: LintReport, options: ReportOptions) => string | Promise<string>;
