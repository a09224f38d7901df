import type { Handoff } from '../../documents.generated.ts';
import { mappingField } from '../compare-fields.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { isPlainObject } from '../plain-object.ts';
import { valueWords } from '../value-words.ts';

const fields: FieldsOf<Handoff> = {
	to: relevant('handoff-changed', 'receiver', { oneOrSeveral: true }),
	protocol: relevant('handoff-changed', 'protocol', { prose: true }),
	data: relevant('handoff-changed', 'data'),
	accepted_when: relevant('handoff-changed', 'acceptance', { prose: true }),
};

/** To whom something passes, of an output or a step. */
export const handoff = mappingField(relevant('handoff-changed', 'handoff', { words: handoffWords }), fields);

function handoffWords(value: unknown): string {
	return isPlainObject(value)
		? Object.values(value)
				.map((part) => valueWords(part))
				.join('; ')
		: valueWords(value);
}
