import type { DocumentChange } from '../../model/diff/document-change.ts';
import {
	type ComparedContent,
	countDiffs,
	type DocumentDiff,
	type WithheldDiff,
} from '../../model/diff/document-diff.ts';
import { jsonText } from '../json-text.ts';

/** One diff for programs: `{ format: 1, document, title, from, to, changes }`. Texts are exactly the document's. */
export function diffJson(diff: DocumentDiff): string {
	return jsonText({ format: 1, ...diffValue(diff) });
}

/** A withheld diff for programs: `{ format: 1, document, withheld, from: { digest }, to: { digest } }`. */
export function withheldJson(diff: WithheldDiff): string {
	return jsonText({ format: 1, ...withheldValue(diff) });
}

/** Several diffs for programs: `{ format: 1, summary, diffs }`, those without a change included. */
export function diffsJson(diffs: readonly DocumentDiff[], withheld: readonly WithheldDiff[] = []): string {
	const { documents, controlRelevantDocuments, changes, controlRelevantChanges } = countDiffs(diffs);
	return jsonText({
		format: 1,
		summary: { documents, controlRelevantDocuments, changes, controlRelevantChanges },
		diffs: [...diffs.map(diffValue), ...withheld.map(withheldValue)],
	});
}

function withheldValue({ document, from, to, withheld }: WithheldDiff) {
	return { document, withheld, from: from && { digest: from }, to: to && { digest: to } };
}

function diffValue({ document, title, from, to, changes, classification }: DocumentDiff) {
	return {
		document,
		title,
		...(classification === undefined ? {} : { classification }),
		from: contentValue(from),
		to: contentValue(to),
		changes: changes.map(changeValue),
	};
}

function contentValue(content: ComparedContent | null) {
	return content === null ? null : { label: content.label, version: content.version, digest: content.digest };
}

function changeValue({
	kind,
	section,
	path,
	subject,
	before,
	after,
	controlRelevant,
	words,
}: DocumentChange) {
	return { kind, section, path, subject, before, after, controlRelevant, words };
}
