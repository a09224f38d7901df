import { registeredNames } from '../../../model/registered-names.ts';
import { checklistRoles } from '../../checklist-roles.ts';
import { documentsById } from '../../documents-by-id.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import {
	rolesOutsideRegister,
	undefinedAcross,
	undefinedInChecklist,
	undefinedInSop,
} from '../../undefined-roles.ts';

export const undefinedRole: FileRule = {
	name: 'roles/undefined-role',
	severity: 'error',
	summary:
		'A role is named that neither section 4 nor the roles register has. For a checklist, section 4 is that of the SOPs it executes or follows.',
	why: 'Work that is given to a role nobody knows is given to nobody, and it cannot be shown who was meant to do it.',
	remedy: 'Name a role of section 4, or add the role there or to registers/roles.yaml.',
	points: 'At the name of the role.',
	clauses: ['nist-800-53 xx-1 a'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: supervisor
    accept: Both agree to the cent.
    evidence: Initials on the invoice
`,
		good: `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: controller
    accept: Both agree to the cent.
    evidence: Initials on the invoice
`,
	},
	*check({ sop, checklist, library }) {
		const registers = registeredNames(library.registers);
		if (sop) {
			yield* rolesOutsideRegister(sop, registers);
			yield* undefinedInSop(sop, registers);
		} else if (checklist) yield* undefinedInChecklist(checklist, registers);
	},
	*acrossLibrary({ documents, isReported, library }) {
		const known = documentsById(documents);
		const registers = registeredNames(library.registers);
		for (const checklist of documents) {
			if (checklist.namedRoles.length === 0 || !isReported(checklist.file)) continue;
			const roles = checklistRoles(checklist, known);
			if (roles.sops.length === 0 && roles.unknown === undefined) continue;
			for (const problem of undefinedAcross(checklist, roles, registers))
				yield { file: checklist.file, ...problem };
		}
	},
};
