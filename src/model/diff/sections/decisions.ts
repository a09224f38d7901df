import type { Decision } from '../../documents.generated.ts';
import { several } from '../../several.ts';
import { compareFields } from '../compare-fields.ts';
import { rowsField } from '../compare-section.ts';
import type { DocumentChange } from '../document-change.ts';
import { type FieldsOf, relevant } from '../field.ts';
import type { Place } from '../place.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';
import { branchesField } from './branches.ts';

const fields: FieldsOf<Decision, 'id' | 'branches'> = {
	question: relevant('decision-question-changed', 'question', { prose: true }),
	after: relevant('decision-flow-changed', 'taken after'),
	at: relevant('decision-flow-changed', 'taken at'),
	input: relevant('decision-input-changed', 'input tested'),
	inputs: relevant('decision-input-changed', 'inputs tested'),
	next: relevant('decision-flow-changed', 'next'),
};

/** Section 8. Decisions are reached by their names, so their order in the list means nothing; that of branches may. */
export const decisions = rowsField('decisions', {
	noun: 'decision',
	name: (row) => ownText(row, 'id'),
	keys: [textOf('id'), textOf('question')],
	added: alwaysRelevant('decision-added'),
	removed: alwaysRelevant('decision-removed'),
	renamed: { ...neverRelevant('decision-renamed'), key: 'id', telling: ['question'] },
	fields: {},
	compare: compareDecisions,
	summary: (row) => ownText(row, 'question') ?? '',
});

function compareDecisions(before: unknown, after: unknown, place: Place): Iterable<DocumentChange> {
	const branches = branchesField(inputsOf(after), place);
	return compareFields(before, after, place, { ...fields, branches });
}

function inputsOf(decision: unknown): readonly string[] {
	const all = [...several(own(decision, 'input')), ...several(own(decision, 'inputs'))];
	return all.filter((one): one is string => typeof one === 'string');
}
