import type { TrainingRequirement } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, contentOf, textOf } from '../row-kind.ts';
import { valueWords } from '../value-words.ts';

const fields: FieldsOf<TrainingRequirement> = {
	for: relevant('training-changed', 'roles'),
	what: relevant('training-changed', 'subject', { prose: true }),
	how: relevant('training-changed', 'form', { prose: true }),
	every: relevant('training-changed', 'interval'),
};

/** Section 12. Requirements have no ids: what must be learnt tells them apart, then for whom. */
export const training = rowsField('training', {
	noun: 'training',
	name: (row) => ownText(row, 'what'),
	keys: [textOf('what'), contentOf('for')],
	added: alwaysRelevant('training-added'),
	removed: alwaysRelevant('training-removed'),
	fields,
	summary: (row) => `for ${valueWords(own(row, 'for') ?? 'nobody')}`,
});
