import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import { type Classification, highestClass } from '../../model/classification.ts';
import { type DocumentSummary, summariseDocument } from '../../model/document-summary.ts';
import { classOfRead } from '../withholding.ts';
import { documentStates, type KnownDocument } from './document-states.ts';
import type { OpenRecord } from './open-record.ts';

/** A document of the record, with what people know it by. */
export interface SummarisedDocument extends KnownDocument {
	/** Of the text in force; where none is, of the one that stands; undefined where that cannot be read. */
	readonly summary: DocumentSummary | undefined;
	/** The digest of the text that stands; null where none can be told. */
	readonly standingDigest: string | null;
	/** The highest of all texts that stand or are in force; that of a text that is not here, or of none, is the highest there is. */
	readonly classification: Classification;
}

/** All documents that the mainline showed by the moment of a record, from what is committed alone. */
export async function knownDocuments(record: OpenRecord): Promise<readonly SummarisedDocument[]> {
	const { history, git } = record;
	const standing = new Map<string, { summary: DocumentSummary | undefined; digest: string | null }>();
	const classes = new Map<string, Classification[]>();
	const { classification: usual } = record.policy;
	const states = await documentStates(record, history.ids, (id, read) => {
		const found = classes.get(id) ?? [];
		classes.set(id, found);
		found.push(classOfRead(read, usual));
		// A copy, because pieces of a text keep the whole text in memory.
		if (!standing.has(id))
			standing.set(id, structuredClone({ summary: summariseDocument(read), digest: digestOfRead(read) }));
	});
	const known = states.filter(({ state }) => state.timeline.stood);
	const others = known.flatMap(({ state: { inForce, standing: stands } }) =>
		inForce === undefined || inForce.blob === stands?.blob
			? []
			: [{ blob: inForce.blob, file: inForce.path.slice(history.prefix.length) }],
	);
	const inForce = new Map<string, DocumentSummary | undefined>();
	const classInForce = new Map<string, Classification>();
	for await (const { blob, read } of readTexts(git, others, history.state.filtered)) {
		inForce.set(blob, structuredClone(summariseDocument(read)));
		classInForce.set(blob, classOfRead(read, usual));
	}
	/** A text that stands or is in force and was not read is not here. */
	const classOf = ({ id, state: { inForce: force, timeline, standing: stands } }: KnownDocument) => {
		const found = classes.get(id) ?? [];
		const isWhole = found.length >= timeline.standing.length;
		const ofForce =
			force === undefined || force.blob === stands?.blob
				? []
				: [classInForce.get(force.blob) ?? 'restricted'];
		return highestClass([...found, ...(isWhole ? [] : (['restricted'] as const)), ...ofForce]);
	};
	return known.map((one) => {
		const stands = standing.get(one.id);
		const summary = inForce.get(one.state.inForce?.blob ?? '') ?? stands?.summary;
		return { ...one, summary, standingDigest: stands?.digest ?? null, classification: classOf(one) };
	});
}
