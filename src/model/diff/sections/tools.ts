import type { SectionTool } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, neverRelevant, textOf } from '../row-kind.ts';

const fields: FieldsOf<SectionTool, 'name'> = {
	use: wording('tool-changed', 'use', { prose: true }),
	access: relevant('tool-access-changed', 'access'),
};

/** Section 5. Which system is used, and with what access, is part of the control; what is said of its use is not. */
export const tools = rowsField('tools', {
	noun: 'tool',
	name: (row) => ownText(row, 'name'),
	keys: [textOf('name')],
	added: alwaysRelevant('tool-added'),
	removed: alwaysRelevant('tool-removed'),
	renamed: { ...neverRelevant('tool-renamed'), key: 'name', telling: ['use'] },
	fields,
	summary: (row) => [ownText(row, 'use'), ownText(row, 'access')].filter(Boolean).join(', '),
});
