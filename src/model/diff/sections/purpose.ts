import type { Purpose } from '../../documents.generated.ts';
import { compareFields } from '../compare-fields.ts';
import { linesField } from '../compare-lines.ts';
import { type Field, type FieldsOf, relevant, wording } from '../field.ts';
import { named } from '../place.ts';
import { alwaysRelevant } from '../row-kind.ts';

const scope = { added: alwaysRelevant('scope-added'), removed: alwaysRelevant('scope-removed'), prose: true };

const fields: FieldsOf<Purpose> = {
	why: wording('purpose-changed', 'reason', { prose: true }),
	in_scope: linesField({ ...scope, label: 'in scope' }),
	out_of_scope: linesField({ ...scope, label: 'out of scope' }),
	not_applicable: relevant('set-aside-reason-changed', 'reason why it is set aside', { prose: true }),
};

/** Section 1. What is in scope and out of it decides what the control covers; why it exists does not. */
export const purpose: Field = {
	label: 'purpose',
	compare: (before, after, place) => compareFields(before, after, named(place, 'purpose'), fields),
};
