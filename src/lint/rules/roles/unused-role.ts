import type { Sop } from '../../../model/documents.generated.ts';
import { roleReferences } from '../../../model/role-references.ts';
import { sectionRoles } from '../../../model/section-roles.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const unusedRole: FileRule = {
	name: 'roles/unused-role',
	severity: 'warning',
	summary: 'A role of section 4 has no part in the procedure.',
	why: 'People in a role that is listed for nothing are trained and asked for nothing, or a step has lost its doer.',
	remedy:
		'Give the role its part in a step, checkpoint, escalation or row of raci, or take it out of section 4.',
	points: 'At the id of the role.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
  - id: treasurer
    duty: Watches the accounts
`,
		good: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
`,
	},
	*check({ sop }) {
		if (sop === undefined) return;
		const roles = sectionRoles(sop);
		const used = new Set<unknown>();
		for (const name of namesIn(sop)) {
			const role = roles.find(name);
			used.add(role?.name);
			// Named by the register's role, all rows that stand for it are meant.
			if (role?.name !== name) used.add(role?.registerRole);
		}
		for (const { index, name, registerRole } of roles.all) {
			if (used.has(name) || (name !== registerRole && used.has(registerRole))) continue;
			const key = rows(sop.roles)[index]?.id === undefined ? 'role' : 'id';
			yield {
				place: { path: ['roles', index, key] },
				message: `The role ${name} has no part in any step, check, escalation or approval`,
			};
		}
	},
};

/** Every name that gives a role a part. Training and contact alone do not. */
function* namesIn(sop: Sop): Generator<string> {
	for (const one of roleReferences(sop)) if (one.use !== 'is trained') yield one.name;
	const { automation } = sop;
	yield* [automation?.owner, automation?.mapping?.owner, automation?.build?.owner].filter(
		(name) => name !== undefined,
	);
	for (const input of [...rows(sop.inputs), ...rows(sop.outputs)])
		if (input.type === 'role') yield* several(input.values).map(String);
	for (const decision of rows(sop.decisions))
		for (const branch of rows(decision.branches))
			yield* Object.values(branch.gives ?? {})
				.flat()
				.map(String);
}
