import type { ExceptionPath } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';

const fields: FieldsOf<ExceptionPath, 'id'> = {
	at: relevant('exception-changed', 'steps'),
	when: relevant('exception-changed', 'cause', { prose: true }),
	do: relevant('exception-changed', 'action', { prose: true }),
	approved_by: relevant('exception-approver-changed', 'approver', { oneOrSeveral: true }),
	limit: relevant('exception-limit-changed', 'limit'),
	resume: relevant('exception-changed', 'way back'),
	goto: relevant('exception-changed', 'target'),
};

/** Section 11. */
export const exceptions = rowsField('exceptions', {
	noun: 'exception',
	name: (row) => ownText(row, 'id'),
	keys: [textOf('id'), textOf('when')],
	added: alwaysRelevant('exception-added'),
	removed: alwaysRelevant('exception-removed'),
	renamed: { ...neverRelevant('exception-renamed'), key: 'id', telling: ['when', 'do'] },
	fields,
	summary: (row) => ownText(row, 'when') ?? '',
});
