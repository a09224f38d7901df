import type { Definition } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, wording } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { neverRelevant, textOf } from '../row-kind.ts';

const fields: FieldsOf<Definition> = {
	term: wording('definition-renamed', 'term'),
	means: wording('definition-changed', 'meaning', { prose: true }),
};

/** Section 3. What a word means is told to readers; what is done stands in the steps. */
export const definitions = rowsField('definitions', {
	noun: 'definition',
	name: (row) => ownText(row, 'term'),
	keys: [textOf('term')],
	added: neverRelevant('definition-added'),
	removed: neverRelevant('definition-removed'),
	renamed: { ...neverRelevant('definition-renamed'), key: 'term', telling: ['means'] },
	fields,
	summary: (row) => ownText(row, 'means') ?? '',
});
