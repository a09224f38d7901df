import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { type CheckItem, checkOf } from '../check.ts';
import { documentList } from '../document-list.ts';
import { filesWithoutIdList, itemsWithoutId } from '../files-without-id-list.ts';
import { documentsOfPeriod } from '../first-shown.ts';
import { rollForward } from '../roll-forward.ts';
import type { Section } from '../section.ts';

/** P-01: every document, what is in force of it and what stands; and that none is left out. */
export function masterList(input: AuditInput): Section {
	const documents = documentsOfPeriod(input);
	const listed = input.documents.filter(({ isInScope }) => isInScope);
	const forward = rollForward(input);
	return {
		id: 'P-01',
		name: 'master-list',
		title: 'Master list',
		question: 'Which documents are there, which version of each is in force, and is any missing?',
		checks: [
			checkOf({
				name: 'master-list/accounted',
				asks: 'Every document that stood on the mainline by the end of the period is in force, stands, or was retired by a record, and every file of one has an id',
				items: [...documents.map(accounted), ...itemsWithoutId(input)],
				cure:
					input.partial === null && input.filesWithoutId.length > 0
						? 'Give each file that is listed without a usable id an id of its own, or another name where it is no document.'
						: 'Fetch the whole history of the repository, and make the packet again.',
			}),
			checkOf({
				name: 'master-list/owner',
				asks: 'Every document in force names its owner',
				items: inForceOf(documents).map((one) => ({
					key: one.id,
					of: [one.id],
					result: one.text === undefined ? 'not evaluated' : one.owner === null ? 'does not hold' : 'holds',
					detail: one.text === undefined ? 'its text is not here' : one.owner === null ? 'no owner' : '',
				})),
			}),
			checkOf({
				name: 'master-list/reconciles',
				asks: 'Opening documents, new ones and retired ones add up to the closing ones',
				items: forward.rows.map(({ cells }) => ({
					key: String(cells['kind']),
					of: [],
					result: cells['closing'] === cells['counted'] ? 'holds' : 'does not hold',
					detail:
						cells['closing'] === cells['counted']
							? ''
							: `${cells['closing']} by the movements, ${cells['counted']} counted`,
				})),
			}),
		],
		lists: [documentList(input, listed), filesWithoutIdList(input), forward],
		notes: [
			'Every document that ever stood on the mainline is listed. The column Counted as says how it enters the movements: what began after the period is named, and no more is told of it.',
			'In force is what was in force at the end of the period by all that is known; what stands is the text that the mainline held then, which may be a draft.',
		],
	};
}

function inForceOf(documents: readonly AuditedDocument[]): readonly AuditedDocument[] {
	return documents.filter(({ state }) => state.inForce !== undefined);
}

function accounted({ id, stateThen: { status, notEvaluated } }: AuditedDocument): CheckItem {
	const item = { key: id, of: [id] };
	if (notEvaluated !== null) return { ...item, result: 'not evaluated', detail: notEvaluated };
	return status === 'missing'
		? { ...item, result: 'does not hold', detail: 'it left the mainline, and no record retires it' }
		: { ...item, result: 'holds', detail: '' };
}
