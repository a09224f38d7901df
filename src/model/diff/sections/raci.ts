import type { RaciRow } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { own, ownText } from '../plain-object.ts';
import { contentOf, says, textOf } from '../row-kind.ts';
import { valueWords } from '../value-words.ts';

const several = { oneOrSeveral: true } as const;

const fields: FieldsOf<RaciRow> = {
	steps: relevant('responsibility-changed', 'steps'),
	activity: relevant('responsibility-changed', 'activity', { prose: true }),
	responsible: relevant('responsibility-changed', 'responsible', several),
	accountable: relevant('accountable-changed', 'accountable', several),
	consulted: wording('responsibility-changed', 'consulted', several),
	informed: wording('responsibility-changed', 'informed', several),
};

const decides = (row: unknown): boolean => says(row, 'responsible', 'accountable');
const parts = ['responsible', 'accountable', 'consulted', 'informed'] as const;

/** Section 4, the rows of the matrix. Who is asked or told does not decide who does the work or answers for it. */
export const raci = rowsField('responsibilities', {
	noun: 'responsibility',
	name: (row) => {
		const about = aboutWords(row);
		return about === undefined ? undefined : `for ${about}`;
	},
	subject: aboutWords,
	keys: [contentOf('steps', 'activity'), textOf('activity'), contentOf(...parts)],
	added: { kind: 'responsibility-added', controlRelevant: decides },
	removed: { kind: 'responsibility-removed', controlRelevant: decides },
	fields,
	summary: (row) =>
		parts.flatMap((key) => (says(row, key) ? [`${key} ${valueWords(own(row, key))}`] : [])).join('; '),
});

/** The activity, or the steps, that a row is about. */
function aboutWords(row: unknown): string | undefined {
	return ownText(row, 'activity') ?? (says(row, 'steps') ? valueWords(own(row, 'steps')) : undefined);
}
