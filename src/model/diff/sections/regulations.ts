import type { Regulation } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, textOf } from '../row-kind.ts';

const fields: FieldsOf<Regulation> = {
	cite: relevant('regulation-changed', 'citation'),
	title: wording('regulation-changed', 'title', { prose: true }),
	issuer: wording('regulation-changed', 'issuer'),
	edition: relevant('regulation-changed', 'edition'),
};

/** Section 2. One regulation is told from others by its citation. */
export const regulations = rowsField('regulations', {
	noun: 'regulation',
	name: (row) => ownText(row, 'cite') ?? ownText(row, 'title'),
	keys: [textOf('cite'), textOf('title')],
	added: alwaysRelevant('regulation-added'),
	removed: alwaysRelevant('regulation-removed'),
	fields,
	summary: (row) => ownText(row, 'title') ?? '',
});
