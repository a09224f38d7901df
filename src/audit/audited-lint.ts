import type { Finding } from '../diagnostics/finding.ts';
import type { LintedFile } from '../diagnostics/lint-report.ts';
import type { Severity } from '../diagnostics/severity.ts';
import type { AuditedChange } from './audited-change.ts';

/**
 * What keeps a finding quiet in the library's own checks: a rule turned down by its name or by its parameters (`config`),
 * or with a whole preset, a comment above the line, or an entry of the baseline. An audit hears it all the same.
 */
export interface Silencing {
	readonly by: 'config' | 'preset' | 'suppression' | 'baseline';
	/** Where that is written, relative to the library. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** The mainline commit from which on it stood without a break; null where that cannot be told. */
	readonly since: AuditedChange | null;
	/** As written; null where nothing is. */
	readonly reason: string | null;
	/** Last day, YYYY-MM-DD; null where it has none. */
	readonly until: string | null;
}

/** A finding of the audit's own rules, whatever the library says of it. */
export interface AuditedFinding extends Finding {
	readonly silenced: Silencing | null;
	/** Ids of the documents that its words may be drawn from. */
	readonly of: readonly string[];
}

/** A check that was not made. */
export interface UnevaluatedRule {
	readonly rule: string;
	/** As a clause. */
	readonly reason: string;
	/** The file it is about, and the id of the document in it; null where it is about the library. */
	readonly file: string | null;
	readonly document: string | null;
	/** How often: of the library it may be told of many documents. */
	readonly times: number;
	/** Ids of the documents that the reason may be drawn from. */
	readonly of: readonly string[];
}

/** A rule as an audit runs it: at its own severity, with its own parameters. */
export interface RuleInSet {
	readonly name: string;
	readonly severity: Severity;
	readonly summary: string;
	readonly why: string;
	readonly remedy: string;
	readonly fixSafety: 'safe' | 'unsafe' | null;
	readonly options: Readonly<Record<string, unknown>>;
}

/** What the rules of an audit say of the texts that a commit holds. */
export interface AuditedLint {
	readonly commit: string;
	/** The day it was judged on, YYYY-MM-DD. */
	readonly asOf: string;
	/** By name. */
	readonly rules: readonly RuleInSet[];
	/** All files that were looked at, records only where something is wrong with them. */
	readonly files: readonly LintedFile[];
	/** By file, place and rule. Lines of source are left out. */
	readonly findings: readonly AuditedFinding[];
	readonly notEvaluated: readonly UnevaluatedRule[];
}
