import type { Approval, ReviewSchedule, SignatureLine } from '../../documents.generated.ts';
import { compareFields } from '../compare-fields.ts';
import { linesField } from '../compare-lines.ts';
import { rowsField } from '../compare-section.ts';
import { type Field, type FieldsOf, relevant } from '../field.ts';
import { named } from '../place.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, contentOf, textOf } from '../row-kind.ts';

const signatureFields: FieldsOf<SignatureLine> = {
	role: relevant('approver-changed', 'role'),
	meaning: relevant('approver-changed', 'meaning'),
};

/** A line is told from others by its role and meaning; two that are the same are two people. */
const signatures = rowsField('signatures', {
	noun: 'signature',
	name: (row) => {
		const role = ownText(row, 'role');
		const meaning = ownText(row, 'meaning');
		return role === undefined ? undefined : `of ${role}${meaning === undefined ? '' : ` for ${meaning}`}`;
	},
	subject: (row) => ownText(row, 'role'),
	keys: [contentOf('role', 'meaning'), textOf('role')],
	added: alwaysRelevant('approver-added'),
	removed: alwaysRelevant('approver-removed'),
	fields: signatureFields,
});

const reviewFields: FieldsOf<ReviewSchedule> = {
	every: relevant('review-interval-changed', 'interval'),
	events: linesField({
		label: 'event',
		added: alwaysRelevant('review-event-added'),
		removed: alwaysRelevant('review-event-removed'),
		prose: true,
	}),
};

const review: Field = {
	label: 'review',
	compare: (before, after, place) => compareFields(before, after, named(place, 'review'), reviewFields),
};

const fields: FieldsOf<Approval> = {
	signatures,
	review,
	not_applicable: relevant('set-aside-reason-changed', 'reason why approval is set aside', { prose: true }),
};

/** Section 15. */
export const approval: Field = {
	label: 'approval',
	compare: (before, after, place) => compareFields(before, after, place, fields),
};
