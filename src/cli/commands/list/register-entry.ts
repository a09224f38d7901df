import { digestOf } from '../../../model/digest.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';

/** A line of the register, as `sop list --format json` gives it. */
export interface RegisterEntry {
	readonly id: string | null;
	readonly kind: 'sop' | 'checklist';
	readonly title: string | null;
	readonly function: string | null;
	readonly owner: string | null;
	/** Relative to the library, with `/`. */
	readonly file: string;
	/** Null: not known to be in force. */
	readonly inForce: null;
	readonly standing: {
		readonly version: string | null;
		readonly digest: string;
		readonly status: 'draft';
		readonly why: readonly string[];
	};
	readonly nextReview: null;
}

/** Why nothing is said to be in force. */
export const notInForceBecause = 'not evaluated: this version of sop does not read history';

/** The line of one document. What cannot be seen is never shown as good: without history it stands as a draft. */
export function registerEntry(summary: DocumentSummary, value: unknown): RegisterEntry {
	const { id, kind, title, function: owning, owner, file, version } = summary;
	return {
		id: id ?? null,
		kind,
		title: title ?? null,
		function: owning ?? null,
		owner: owner ?? null,
		file,
		inForce: null,
		standing: {
			version: version ?? null,
			digest: digestOf(value),
			status: 'draft',
			why: [notInForceBecause],
		},
		nextReview: null,
	};
}

/** The same line as a row of cells. */
export function registerRow({ standing, ...entry }: RegisterEntry): Readonly<Record<string, unknown>> {
	const { version, digest, status, why } = standing;
	return { ...entry, version, digest, status, why: why.join('; '), inForce: 'not evaluated' };
}
