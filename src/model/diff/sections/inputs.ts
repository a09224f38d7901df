import type { Input, Output } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';
import { handoff } from './handoff.ts';
import { valueDomain } from './value-domain.ts';

const inputFields: FieldsOf<Input, 'id'> = {
	name: wording('input-changed', 'name', { prose: true }),
	from: relevant('input-changed', 'source'),
	...valueDomain,
	template: relevant('input-changed', 'template', { prose: true }),
};

const outputFields: FieldsOf<Output, 'id'> = {
	name: wording('output-changed', 'name', { prose: true }),
	...valueDomain,
	template: relevant('output-changed', 'template', { prose: true }),
	handoff,
};

const byId = {
	name: (row: unknown) => ownText(row, 'id') ?? ownText(row, 'name'),
	keys: [textOf('id'), textOf('name')],
	summary: (row: unknown) => ownText(row, 'name') ?? '',
};
const renaming = { key: 'id', telling: ['name'] };

/** Section 6, what the procedure needs and what decisions test. */
export const inputs = rowsField('inputs', {
	...byId,
	noun: 'input',
	added: alwaysRelevant('input-added'),
	removed: alwaysRelevant('input-removed'),
	renamed: { ...neverRelevant('input-renamed'), ...renaming },
	fields: inputFields,
});

/** Section 6, what the procedure produces and hands over. */
export const outputs = rowsField('outputs', {
	...byId,
	noun: 'output',
	added: alwaysRelevant('output-added'),
	removed: alwaysRelevant('output-removed'),
	renamed: { ...neverRelevant('output-renamed'), ...renaming },
	fields: outputFields,
});
