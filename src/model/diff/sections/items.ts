import type { CapturedValue, ChecklistItem } from '../../documents.generated.ts';
import { compareFields } from '../compare-fields.ts';
import { rowsField } from '../compare-section.ts';
import { onlyIfWords } from '../condition-words.ts';
import type { DocumentChange } from '../document-change.ts';
import { dueWords } from '../due-words.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import type { Place } from '../place.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';
import { unitsOf } from '../units-of.ts';
import { evidence } from './evidence.ts';
import { stepSummary } from './procedure.ts';
import { ties } from './ties.ts';
import { valueDomain } from './value-domain.ts';

const valueFields: FieldsOf<CapturedValue, 'id'> = {
	name: wording('captured-value-changed', 'name', { prose: true }),
	...valueDomain,
};

const values = rowsField('values', {
	noun: 'value',
	name: (row) => ownText(row, 'id') ?? ownText(row, 'name'),
	keys: [textOf('id'), textOf('name')],
	added: alwaysRelevant('captured-value-added'),
	removed: alwaysRelevant('captured-value-removed'),
	renamed: { ...neverRelevant('captured-value-renamed'), key: 'id', telling: ['name'] },
	fields: valueFields,
	summary: (row) => ownText(row, 'name') ?? '',
});

const fields: FieldsOf<ChecklistItem, 'id'> = {
	do: relevant('item-instruction-changed', 'instruction', { prose: true }),
	by: relevant('item-role-changed', 'doer', { oneOrSeveral: true, between: ' or ' }),
	reviewed_by: relevant('item-reviewer-changed', 'reviewer', { oneOrSeveral: true, between: ' or ' }),
	follows: relevant('item-flow-changed', 'procedure to carry out'),
	only_if: relevant('item-condition-changed', 'condition', { words: onlyIfWords }),
	waits_for: relevant('item-flow-changed', 'waits for'),
	done_when: relevant('item-criterion-changed', 'criterion for done', {
		prose: true,
		oneOrSeveral: true,
		between: '; ',
	}),
	due: relevant('deadline-changed', 'due time', { words: dueWords }),
	sla: relevant('deadline-changed', 'promised time'),
	values,
	ties,
	evidence,
	on_exception: relevant('item-exception-changed', 'exception to take'),
};

/** The items of a checklist, in the order in which they are done. */
export const items = rowsField('items', {
	noun: 'item',
	name: (row) => ownText(row, 'id'),
	keys: [textOf('id'), textOf('do')],
	added: alwaysRelevant('item-added'),
	removed: alwaysRelevant('item-removed'),
	moved: alwaysRelevant('item-moved'),
	renamed: { ...neverRelevant('item-renamed'), key: 'id', telling: ['do'] },
	fields: {},
	compare: compareItems,
	summary: stepSummary,
});

function compareItems(before: unknown, after: unknown, place: Place): Iterable<DocumentChange> {
	const units = new Map([
		...place.units,
		...unitsOf(own(before, 'values')),
		...unitsOf(own(after, 'values')),
	]);
	return compareFields(before, after, { ...place, units }, fields);
}
