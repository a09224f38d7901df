import type { Finding } from '../diagnostics/finding.ts';
import { type DocumentSummary, summariseDocument } from '../model/document-summary.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { LineIndex } from '../source/line-index.ts';
import { besideBrokenParts } from './beside-broken-parts.ts';
import { lintFile } from './lint-file.ts';
import { locateFindings, textAt } from './locate-findings.ts';
import type { Rule } from './rule.ts';
import type { RuleProblem } from './rule-problem.ts';
import type { FileSettings } from './settings.ts';
import type { LibraryFacts } from './subject.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

/** All that is kept of one linted file: plain, small, and free of its text, so that ten thousand fit. */
export interface FileResult {
	readonly file: string;
	readonly kind: ReadDocument['kind'];
	readonly document: string | null;
	readonly title: string | null;
	readonly function: string | null;
	/** Top-level keys of an SOP: `written`, or `set aside` with `not_applicable`. */
	readonly keys: ReadonlyMap<string, 'written' | 'set aside'> | null;
	readonly findings: readonly Finding[];
	readonly notEvaluated: readonly { readonly rule: string; readonly reason: string }[];
	readonly suppressions: readonly Suppression[];
	/** Whether the text could not be parsed, so that only rules about the text itself have run. */
	readonly broken: boolean;
	/** The files it names or links, as they were found. */
	readonly linkedFiles: ReadDocument['linkedFiles'];
	/** Undefined where the file is no SOP or checklist, or could not be read. */
	readonly summary: DocumentSummary | undefined;
}

/** Lints one file as far as that can be done without the others. */
export function lintOne(
	read: ReadDocument,
	rules: readonly Rule[],
	settings: FileSettings,
	library: LibraryFacts,
): FileResult {
	const { found, notEvaluated } = lintFile(read, rules, settings, library);
	const isDocument = read.kind === 'sop' || read.kind === 'checklist';
	const broken = read.problems.some((problem) => problem.rule === 'document/syntax');
	return {
		file: read.file,
		kind: read.kind,
		document: isDocument ? textAt(read.value, 'id') : null,
		title: textAt(read.value, 'title'),
		function: textAt(read.value, 'function'),
		// Of a text that could not be read, nobody knows which sections it has.
		keys: read.kind === 'sop' && !broken ? keysOf(read.value) : null,
		findings: locateFindings(read, found, library.config.frameworks ?? []),
		notEvaluated,
		suppressions: read.text.includes('sop-disable')
			? readSuppressions(read.text, new LineIndex(read.text))
			: [],
		broken,
		linkedFiles: read.linkedFiles,
		summary: isDocument ? summariseDocument(read) : undefined,
	};
}

/** A result with more findings: those that only the whole library could show. */
export function withFindings(
	result: FileResult,
	read: ReadDocument,
	found: readonly RuleProblem[],
	library: LibraryFacts,
): FileResult {
	const judged = besideBrokenParts(found, read.problems);
	return {
		...result,
		findings: [...result.findings, ...locateFindings(read, judged, library.config.frameworks ?? [])],
	};
}

function keysOf(value: unknown): ReadonlyMap<string, 'written' | 'set aside'> {
	if (typeof value !== 'object' || value === null) return new Map();
	const keys = new Map<string, 'written' | 'set aside'>();
	for (const [key, content] of Object.entries(value)) {
		if (content === null || content === '' || (Array.isArray(content) && content.length === 0)) continue;
		const aside = typeof content === 'object' && Object.hasOwn(content, 'not_applicable');
		keys.set(key, aside ? 'set aside' : 'written');
	}
	return keys;
}
