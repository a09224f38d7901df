import type { EvidenceItem } from '../../documents.generated.ts';
import { several } from '../../several.ts';
import { compareFields } from '../compare-fields.ts';
import { oneOrSeveralRows } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { isPlainObject, ownText } from '../plain-object.ts';
import { alwaysRelevant } from '../row-kind.ts';

const fields: FieldsOf<EvidenceItem> = {
	name: relevant('evidence-changed', 'name'),
	required: relevant('evidence-changed', 'required', { absent: 'false' }),
};

const nameOf = (row: unknown): string | undefined => (typeof row === 'string' ? row : ownText(row, 'name'));

/** What must be kept of an item: by name, or by name with whether it is required. */
export const evidence = oneOrSeveralRows('evidence', {
	noun: 'evidence',
	name: nameOf,
	keys: [nameOf],
	added: alwaysRelevant('evidence-added'),
	removed: alwaysRelevant('evidence-removed'),
	fields,
	compare: (before, after, place) => compareFields(asMapping(before), asMapping(after), place, fields),
});

function asMapping(row: unknown): unknown {
	return isPlainObject(row) ? row : { name: several(row)[0] };
}
