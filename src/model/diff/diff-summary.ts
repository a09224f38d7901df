import { countOf } from '../../diagnostics/count-of.ts';
import { type ComparedContent, countDiffs, type DocumentDiff } from './document-diff.ts';

/** What the two sides of a diff are, and how much differs. Not inert yet. */
export interface DiffHead {
	readonly from: string;
	readonly to: string;
	readonly counts: string;
}

export function diffHead(diff: DocumentDiff): DiffHead {
	return {
		from: diff.from === null ? 'nothing: the document is new' : contentWords(diff.from),
		to: diff.to === null ? 'nothing: the document is gone' : contentWords(diff.to),
		counts: changeCounts([diff]),
	};
}

/** Over one document, its changes; over several, how many changed: `3 documents changed: 2 control-relevant`. */
export function diffSummary(diffs: readonly DocumentDiff[]): string {
	if (diffs.length === 1) return changeCounts(diffs);
	const { documents, controlRelevantDocuments } = countDiffs(diffs);
	if (documents === 0) return 'Nothing changed';
	return `${countOf(documents, 'document')} changed: ${controlRelevantDocuments || 'none'} control-relevant`;
}

/** `5 changes: 2 control-relevant`. */
function changeCounts(diffs: readonly DocumentDiff[]): string {
	const { changes, controlRelevantChanges } = countDiffs(diffs);
	if (changes === 0) return 'Nothing changed';
	return `${countOf(changes, 'change')}: ${controlRelevantChanges || 'none'} control-relevant`;
}

const shownDigits = 12;

/** `version 2.1 (main, digest 0123456789ab)`. */
function contentWords({ label, version, digest }: ComparedContent): string {
	const digits = digest.replace(/^sha256:/, '').slice(0, shownDigits);
	return `${version === null ? 'no version' : `version ${version}`} (${label}, digest ${digits})`;
}
