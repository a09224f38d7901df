import type { DocumentSummary } from '../model/document-summary.ts';
import { nearest } from '../model/nearest.ts';

/** The documents of a library by their ids, as references name them: case counts. Of several with one id, the first SOP. */
export interface DocumentsById {
	readonly find: (id: string) => DocumentSummary | undefined;
	/** The document that a mistyped id most likely means: differing in two signs at most, case aside. */
	readonly nearest: (id: string, kind?: DocumentSummary['kind']) => DocumentSummary | undefined;
}

/** A mistyped id differs in a letter or two; one that differs in three is another one (`SOP-FIN-002`, `SOP-FIN-117`). */
const mostMistakes = 2;

/** Each search walks through all ids: where very many are unknown, the last ones are named without a suggestion. */
const mostSearches = 100;

/** Indexes the documents of a library. */
export function documentsById(documents: readonly DocumentSummary[]): DocumentsById {
	const byId = new Map<string, DocumentSummary>();
	for (const document of documents) {
		if (document.id === undefined) continue;
		const before = byId.get(document.id);
		if (before === undefined || (before.kind !== 'sop' && document.kind === 'sop'))
			byId.set(document.id, document);
	}
	const known = new Map<string, DocumentSummary | undefined>();
	return {
		find: (id) => byId.get(id),
		nearest: (id, kind) => {
			const key = `${kind ?? ''} ${id}`;
			if (!known.has(key) && known.size < mostSearches && id.length <= 64) {
				const ids = [...byId.values()].flatMap((one) =>
					one.id !== undefined && (kind === undefined || one.kind === kind) ? [one.id] : [],
				);
				known.set(key, byId.get(nearest(id, ids, mostMistakes) ?? ''));
			}
			return known.get(key);
		},
	};
}

/** `Did you mean SOP-FIN-002 (Bank reconciliation)?`, or undefined where nothing comes near. */
export function suggest(document: DocumentSummary | undefined): string | undefined {
	if (document?.id === undefined) return undefined;
	return `Did you mean ${document.id}${document.title === undefined ? '' : ` (${document.title})`}?`;
}
