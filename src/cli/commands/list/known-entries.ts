import { digestOfRead } from '../../../library/history/read-texts.ts';
import { type DocumentSummary, summariseDocument } from '../../../model/document-summary.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { documentStates } from '../../history/document-states.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownEntry, type RegisterEntry } from './register-entry.ts';

/** A document of the register with its summary: that of the text that stands, else undefined. */
export interface RegisteredDocument {
	readonly entry: RegisterEntry;
	readonly summary: DocumentSummary | undefined;
	/** Object ids of the texts that stand. */
	readonly blobs: readonly string[];
}

/** The lines of all documents that the mainline showed by the moment of a record, from what is committed alone. */
export async function knownEntries(record: OpenRecord): Promise<readonly RegisteredDocument[]> {
	const { history, policy } = record;
	const standing = new Map<string, { summary: DocumentSummary | undefined; digest: string | null }>();
	const known = await documentStates(record, history.ids, (id, read) => {
		if (!standing.has(id)) standing.set(id, structuredClone(factsOf(read)));
	});
	return known
		.filter(({ state }) => state.timeline.stood)
		.map(({ id, state }) => {
			const { summary, digest } = standing.get(id) ?? { summary: undefined, digest: null };
			const path = state.standing?.path;
			const file = path === undefined ? null : path.slice(history.prefix.length);
			return {
				entry: knownEntry(id, summary, state, digest, file, policy),
				summary,
				blobs: state.timeline.standing.map(({ blob }) => blob),
			};
		});
}

function factsOf(read: ReadDocument): { summary: DocumentSummary | undefined; digest: string | null } {
	return { summary: summariseDocument(read), digest: digestOfRead(read) };
}
