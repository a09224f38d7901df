import type { Tie } from '../../documents.generated.ts';
import { several } from '../../several.ts';
import { compareFields } from '../compare-fields.ts';
import { rowsField } from '../compare-section.ts';
import type { DocumentChange } from '../document-change.ts';
import { type ComparedField, type FieldsOf, relevant } from '../field.ts';
import type { Place } from '../place.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, contentOf, textOf } from '../row-kind.ts';
import { sameContent } from '../same-content.ts';
import { valueWords } from '../value-words.ts';

const kind = {
	noun: 'tie',
	name: (row: unknown) => {
		const [left, right] = [ownText(row, 'left'), ownText(row, 'right')];
		return left === undefined && right === undefined
			? undefined
			: `${left ?? 'nothing'} = ${right ?? 'nothing'}`;
	},
	keys: [contentOf('left', 'right'), textOf('left'), textOf('right')],
	added: alwaysRelevant('tie-added'),
	removed: alwaysRelevant('tie-removed'),
	fields: {},
	compare: compareTies,
	summary: (row: unknown) => `tolerance ${valueWords(own(row, 'tolerance') ?? 0)}`,
};

const rowByRow = rowsField('ties', kind) as ComparedField;

/** Values that must agree. Where an item has one pair only, its tolerance is that of the item. */
export const ties: ComparedField = {
	label: 'ties',
	compare: (before, after, place) => {
		const [one, other] = [several(before), several(after)];
		if (one.length === 1 && other.length === 1 && kind.name(one[0]) === kind.name(other[0])) {
			const pair = { ...place, before: [...place.before, 0], after: [...place.after, 0] };
			if (Array.isArray(before) && Array.isArray(after)) return compareTies(one[0], other[0], pair);
		}
		return rowByRow.compare(before, after, place);
	},
};

function* compareTies(before: unknown, after: unknown, place: Place): Generator<DocumentChange> {
	if (sameContent(before, after)) return;
	const unit = ['left', 'right'].map((key) => place.units.get(ownText(after, key) ?? '')).find(Boolean);
	const fields: FieldsOf<Tie> = {
		left: relevant('tie-changed', 'left value'),
		right: relevant('tie-changed', 'right value'),
		tolerance: relevant('tolerance-changed', 'tolerance', { absent: '0', unit }),
	};
	yield* compareFields(before, after, place, fields);
}
