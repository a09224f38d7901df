import type { CoveringDocument } from '../../../control/coverage/covering-document.ts';
import { ownerHeld } from '../../../control/coverage/owner-held.ts';
import { type DocumentSummary, summariseDocument } from '../../../model/document-summary.ts';
import type { PeopleRegister } from '../../../model/documents.generated.ts';
import { dayAt } from '../../../model/zone.ts';
import { type DocumentTexts, knownTexts } from '../../history/known-texts.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import type { Withheld, Withholding } from '../../withholding.ts';
import { withheldItem } from '../../withholding.ts';
import { reviewOf } from '../list/register-entry.ts';

/** The documents that cover activities, and what of them is withheld. */
export interface CoveringDocuments {
	readonly documents: readonly CoveringDocument[];
	readonly withheld: readonly Withheld[];
	/** Ids of documents whose text cannot be read: nobody can tell what they cover. */
	readonly unread: readonly string[];
}

/** All documents that the mainline knows and that say what they cover. */
export async function coveringDocuments(
	record: OpenRecord,
	people: PeopleRegister | undefined,
	withholding: Withholding,
): Promise<CoveringDocuments> {
	const { moment, policy } = record;
	const today = dayAt(moment.on, policy.zone);
	const texts = await knownTexts(record, summariseDocument);
	const found = texts.flatMap((one) => {
		const summary = one.inForce?.taken ?? one.standing;
		return summary === undefined || summary.covers.length === 0 ? [] : [{ one, summary }];
	});
	return {
		documents: found.map(({ one, summary }) =>
			withholding.withholds(one.classification)
				? withheldDocument(one, summary)
				: toldDocument(record, one, summary, ownerHeld(summary.owner, people, today)),
		),
		withheld: found
			.filter(({ one }) => withholding.withholds(one.classification))
			.map(({ one }) => withheldItem(one.id, one.inForce?.digest)),
		unread: texts
			.filter(({ inForce, standing, state }) => !inForce && !standing?.title && state.standing !== undefined)
			.map(({ id }) => id),
	};
}

type Texts = DocumentTexts<DocumentSummary | undefined>;

function toldDocument(
	{ policy }: OpenRecord,
	{ id, state }: Texts,
	summary: DocumentSummary,
	held: CoveringDocument['ownerHeld'],
): CoveringDocument {
	const isInForce = state.inForce !== undefined;
	return {
		id,
		kind: summary.kind,
		title: summary.title ?? null,
		owner: summary.owner ?? null,
		ownerHeld: held,
		inForce: state.inForce?.version ?? null,
		placeholders: isInForce ? summary.placeholders : 0,
		notEvaluated: state.notEvaluated,
		standing: state.standing?.version ?? null,
		status: state.status,
		covers: summary.covers,
		nextReview: isInForce ? (reviewOf(summary, state, policy)?.day ?? null) : null,
		isWithheld: false,
	};
}

/** What is withheld covers what it covers, and nothing else is told of it: no name, and no day either. */
function withheldDocument(
	{ state }: Texts,
	{ kind, covers, placeholders }: DocumentSummary,
): CoveringDocument {
	return {
		id: '',
		kind,
		title: null,
		owner: null,
		ownerHeld: 'not evaluated',
		inForce: state.inForce === undefined ? null : '',
		placeholders: state.inForce === undefined ? 0 : placeholders,
		notEvaluated: state.notEvaluated,
		standing: null,
		status: state.status,
		covers,
		nextReview: null,
		isWithheld: true,
	};
}
