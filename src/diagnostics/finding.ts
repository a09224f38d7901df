import type { Range } from './position.ts';
import type { Severity } from './severity.ts';

/** A few lines of source around a finding, so that a report needs no file. */
export interface Excerpt {
	/** Number of the first line, from 1. */
	readonly firstLine: number;
	readonly lines: readonly string[];
}

/** One defect, located and weighed. */
export interface Finding {
	/** `family/problem`. */
	readonly rule: string;
	readonly severity: Severity;
	/** Path relative to the library, with `/`. */
	readonly file: string;
	/** Id of the document, where it could be read. */
	readonly document: string | null;
	/** Section 1 to 15 of the document; null for the header and for what is no document. */
	readonly section: number | null;
	readonly range: Range;
	/** What is wrong. */
	readonly message: string;
	/** Why it matters. */
	readonly why: string;
	/** What to do. */
	readonly help: string;
	/** Clauses it answers, of the frameworks the library named, e.g. `ISO 9001:2015 7.5.2 a`. */
	readonly clauses: readonly string[];
	/** Whether `--fix` (`safe`) or `--fix-unsafe` would mend it; null where nothing does. */
	readonly fix: 'safe' | 'unsafe' | null;
	/** Names the place by ids, not by line (`SOP-FIN-002 decisions/tolerance`): stays the same when text moves. */
	readonly anchor: string;
	readonly excerpt: Excerpt;
}

/** A check that was not made, and why: neither a pass nor a failure. */
export interface NotEvaluated {
	readonly rule: string;
	readonly reason: string;
	/** In how many documents. */
	readonly documents: number;
}
