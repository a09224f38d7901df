import { type JudgedFeedback, judgeFeedback } from '../../control/feedback/judged-feedback.ts';
import { knownRecords } from '../../library/records/known-records.ts';
import type { Classification } from '../../model/classification.ts';
import { type ChangeLogClaim, changeClaims } from '../../model/document-summary.ts';
import type { Checklist, Sop } from '../../model/documents.generated.ts';
import { nodeIds } from '../../model/node-ids.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { answerEvidence } from './answer-evidence.ts';
import { knownTexts } from './known-texts.ts';
import type { OpenRecord } from './open-record.ts';

/** A suggestion, what became of it, and the document that it is about. */
export interface KnownFeedback extends JudgedFeedback {
	readonly document: string;
	readonly title: string | null;
	readonly function: string | null;
	readonly owner: string | null;
	/** The highest of the texts of its document; the highest there is where no document bears the id. */
	readonly classification: Classification;
}

/** Feedback, and what of it cannot be read. */
export interface FoundFeedback {
	/** In the order in which the mainline showed it. */
	readonly feedback: readonly KnownFeedback[];
	readonly unread: readonly string[];
}

interface Taken {
	readonly title: string | undefined;
	readonly function: string | undefined;
	readonly owner: string | undefined;
	readonly changes: readonly ChangeLogClaim[];
	readonly nodes: readonly string[];
}

function take({ checked }: ReadDocument): Taken {
	// `checked` passed the schema of its kind, and any key of it may be absent.
	const document = (typeof checked === 'object' && checked !== null ? checked : {}) as Sop & Checklist;
	const { title, function: of, owner } = document;
	return { title, function: of, owner, changes: changeClaims(document), nodes: nodeIds(document) };
}

/**
 * The feedback that the mainline showed by the moment of a record, of all documents or of one, and what became of it. Texts
 * are read only of documents that somebody gave feedback on.
 */
export async function knownFeedback(record: OpenRecord, document?: string): Promise<FoundFeedback> {
	const { git, history, moment, policy } = record;
	if (!history.files.some((file) => file.startsWith('records/feedback/')))
		return { feedback: [], unread: [] };
	const records = await knownRecords({
		git,
		history,
		mainline: history.mainlineUpTo(moment.position),
		upTo: moment.position,
		kinds: ['feedback'],
		documents: document === undefined ? undefined : [document],
	});
	const wanted = records.feedback.filter(
		({ value }) => document === undefined || value.document === document,
	);
	const ids = new Set(wanted.map(({ value }) => value.document ?? ''));
	const texts = new Map(
		(ids.size === 0
			? []
			: await knownTexts(
					record,
					take,
					history.ids.filter((id) => ids.has(id)),
				)
		).map((one) => [one.id, one]),
	);
	const timelineOf = (id: string) => texts.get(id)?.state.timeline;
	const judged = judgeFeedback({
		...(await answerEvidence(record, wanted, timelineOf)),
		records: wanted,
		on: moment.on,
		zone: policy.zone,
		documentOf: (id) => {
			const known = texts.get(id);
			if (known === undefined) return undefined;
			const { state, inForce, standing } = known;
			const nodes = inForce?.taken.nodes;
			return {
				timeline: state.timeline,
				notEvaluated: state.notEvaluated,
				status: state.status,
				changes: [...(inForce?.taken.changes ?? []), ...(standing?.changes ?? [])],
				nodes: nodes && new Set(nodes),
			};
		},
	});
	return {
		feedback: judged.map((one): KnownFeedback => {
			const id = one.record.value.document ?? '';
			const known = texts.get(id);
			const { title, function: of, owner } = known?.inForce?.taken ?? known?.standing ?? {};
			return {
				...one,
				document: id,
				title: title ?? null,
				function: of ?? null,
				owner: owner ?? null,
				classification: known?.classification ?? 'restricted',
			};
		}),
		unread: [
			...records.broken.map(({ file, problem }) => `${file}: ${problem}`),
			...records.missing.map((file) => `${file}: its text is not here`),
		],
	};
}

/** How many suggestions are open, by document. */
export function openFeedback({ feedback }: FoundFeedback): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { document, standing } of feedback)
		if (standing === 'open') counts.set(document, (counts.get(document) ?? 0) + 1);
	return counts;
}
