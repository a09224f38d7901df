import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const duplicateRole: FileRule = {
	name: 'roles/duplicate-role',
	severity: 'error',
	summary: 'Section 4 names one role twice.',
	why: 'Of two rows with one name, the steps mean both or either: nobody can say which duty is whose.',
	remedy:
		'Put the two rows together, or give one an id of its own; `role` says which role of the register it stands for.',
	points: 'At the name where it stands again.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `roles:
  - id: clerk
    duty: Checks the invoice
  - id: controller
    duty: Releases the payment and answers for it
  - id: clerk
    duty: Enters the invoice
`,
		good: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
`,
	},
	*check({ sop }) {
		const seen = new Set<string>();
		for (const [index, row] of rows(sop?.roles).entries()) {
			const key = row?.id === undefined ? 'role' : 'id';
			const name = row?.[key];
			if (typeof name !== 'string') continue;
			if (seen.has(name))
				yield { place: { path: ['roles', index, key] }, message: `Section 4 names the role ${name} already` };
			seen.add(name);
		}
	},
};
