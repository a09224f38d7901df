import type { Classification } from '../../../model/classification.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';
import { knownDocuments } from '../../history/known-documents.ts';
import { knownFeedback, openFeedback } from '../../history/known-feedback.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownEntry, type RegisterEntry } from './register-entry.ts';

/** A document of the register, with what it is filtered by. */
export interface RegisteredDocument {
	readonly entry: RegisterEntry;
	readonly summary: DocumentSummary | undefined;
	/** Of all texts that the line is drawn from. */
	readonly classification: Classification;
	/** Object ids of the texts that stand. */
	readonly blobs: readonly string[];
}

/** The lines of all documents that the mainline showed by the moment of a record. */
export async function knownEntries(record: OpenRecord): Promise<readonly RegisteredDocument[]> {
	const { history, policy } = record;
	const feedback = openFeedback(await knownFeedback(record));
	return (await knownDocuments(record)).map(({ id, state, summary, standingDigest, classification }) => {
		const path = state.standing?.path;
		const file = path === undefined ? null : path.slice(history.prefix.length);
		return {
			entry: knownEntry(id, summary, state, standingDigest, file, policy, feedback.get(id) ?? 0),
			summary,
			classification,
			blobs: state.timeline.standing.map(({ blob }) => blob),
		};
	});
}
