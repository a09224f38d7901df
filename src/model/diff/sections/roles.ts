import type { SectionRole } from '../../documents.generated.ts';
import { rowsField } from '../compare-section.ts';
import { type FieldsOf, relevant, wording } from '../field.ts';
import { ownText } from '../plain-object.ts';
import { alwaysRelevant, says, textOf } from '../row-kind.ts';

const fields: FieldsOf<SectionRole, 'id'> = {
	role: relevant('role-changed', 'role of the register'),
	duty: relevant('duty-changed', 'duty', { prose: true }),
	external: relevant('role-changed', 'outside the organisation'),
	contact: wording('role-changed', 'contact'),
};

/** Section 4, who takes part. An id without `role` names the role of the register: another id is then somebody else. */
export const roles = rowsField('roles', {
	noun: 'role',
	name: (row) => ownText(row, 'id') ?? ownText(row, 'role'),
	keys: [textOf('id')],
	added: alwaysRelevant('role-added'),
	removed: alwaysRelevant('role-removed'),
	renamed: {
		kind: 'role-renamed',
		controlRelevant: (row) => !says(row, 'role'),
		key: 'id',
		telling: ['role', 'duty'],
	},
	fields,
	summary: (row) => ownText(row, 'duty') ?? '',
});
