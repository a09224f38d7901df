import type { Satisfaction } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, textOf } from '../row-kind.ts';

const fields: FieldsOf<Satisfaction, 'control'> = {
	how: relevant('control-changed', 'answer', { prose: true }),
};

/** The controls and clauses that the document answers. */
export const controls = rowsField('controls', {
	noun: 'control',
	name: (row) => ownText(row, 'control'),
	keys: [textOf('control')],
	added: alwaysRelevant('control-added'),
	removed: alwaysRelevant('control-removed'),
	fields,
	summary: (row) => ownText(row, 'how') ?? '',
});
