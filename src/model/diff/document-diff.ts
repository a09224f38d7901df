import type { Classification } from '../classification.ts';
import type { DocumentChange } from './document-change.ts';

/** One of the two contents that were compared. */
export interface ComparedContent {
	/** What the user called it or where it was found: `main`, `v2.1`, `working tree`. */
	readonly label: string;
	readonly version: string | null;
	/** As `digestOf` gives it. */
	readonly digest: string;
}

/** What changed in one document, between which contents. */
export interface DocumentDiff {
	/** The id of the document. */
	readonly document: string;
	readonly title: string;
	/** Null where the document did not exist. */
	readonly from: ComparedContent | null;
	/** Null where the document exists no longer. */
	readonly to: ComparedContent | null;
	readonly changes: readonly DocumentChange[];
	/** The higher class of the two contents; undefined where nobody asked. */
	readonly classification?: Classification;
}

/** All that is told of a comparison of contents that are classified higher than they may be told. */
export interface WithheldDiff {
	/** Null where the document has no id. */
	readonly document: string | null;
	/** Digests of the two contents; null for one that is not there, or cannot be read. */
	readonly from: string | null;
	readonly to: string | null;
	readonly withheld: 'classification';
}

/** What of several diffs is said in one line. Documents without a change are not counted. */
export interface DiffCounts {
	readonly documents: number;
	/** Documents with at least one control-relevant change. */
	readonly controlRelevantDocuments: number;
	readonly changes: number;
	readonly controlRelevantChanges: number;
}

export function countDiffs(diffs: readonly DocumentDiff[]): DiffCounts {
	const changed = diffs.filter((diff) => diff.changes.length > 0);
	const changes = changed.flatMap((diff) => diff.changes);
	return {
		documents: changed.length,
		controlRelevantDocuments: changed.filter((diff) => diff.changes.some((one) => one.controlRelevant))
			.length,
		changes: changes.length,
		controlRelevantChanges: changes.filter((one) => one.controlRelevant).length,
	};
}
