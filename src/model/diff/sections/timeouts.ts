import type { Timeout } from '../../documents.generated.ts';
import { oneOrSeveralRows } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { own, ownText } from '../plain-object.ts';
import { alwaysRelevant, contentOf } from '../row-kind.ts';
import { valueWords } from '../value-words.ts';

const fields: FieldsOf<Timeout> = {
	within: relevant('deadline-changed', 'time'),
	do: relevant('timeout-changed', 'action', { prose: true }),
	goto: relevant('timeout-changed', 'target'),
};

/** What happens to a step that is not done in time. Rows have no ids: what they do tells them apart, then their time. */
export const timeouts = oneOrSeveralRows('timeout', {
	noun: 'timeout',
	name: (row) => {
		const target = ownText(row, 'goto');
		return target === undefined ? ownText(row, 'do') : `to ${target}`;
	},
	keys: [contentOf('do', 'goto'), contentOf('within')],
	added: alwaysRelevant('timeout-added'),
	removed: alwaysRelevant('timeout-removed'),
	moved: alwaysRelevant('timeout-moved'),
	fields,
	summary: (row) => `after ${valueWords(own(row, 'within') ?? 'no time')}`,
});
