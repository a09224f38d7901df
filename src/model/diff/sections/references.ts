import type { Reference } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { neverRelevant, textOf } from '../row-kind.ts';

const fields: FieldsOf<Reference> = {
	id: relevant('reference-changed', 'document'),
	how: wording('reference-changed', 'relation', { prose: true }),
	edition: relevant('reference-edition-changed', 'edition'),
	file: relevant('reference-changed', 'file'),
	url: wording('reference-changed', 'address'),
	title: wording('reference-changed', 'title', { prose: true }),
	sha256: relevant('reference-edition-changed', 'SHA-256 of the file'),
};

const nameOf = (row: unknown): string | undefined =>
	ownText(row, 'id') ?? ownText(row, 'file') ?? ownText(row, 'url') ?? ownText(row, 'title');

/** Section 13. A reference that comes or goes is for readers; another document, file or edition under it is another form. */
export const references = rowsField('references', {
	noun: 'reference',
	name: nameOf,
	keys: [nameOf, textOf('title')],
	added: neverRelevant('reference-added'),
	removed: neverRelevant('reference-removed'),
	fields,
	summary: (row) => ownText(row, 'how') ?? ownText(row, 'title') ?? '',
});
