import { registeredNames } from '../../../model/registered-names.ts';
import { withoutRegister } from '../../../model/registers.ts';
import { holdersOn } from '../../../model/role-holders.ts';
import { type NamedRole, roleInputs, sectionRoles } from '../../../model/section-roles.ts';
import { rows, several } from '../../../model/several.ts';
import { checklistRoles } from '../../checklist-roles.ts';
import { documentsById } from '../../documents-by-id.ts';
import { exampleSop } from '../../example-sop.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { unheldInItems } from '../../unheld-in-items.ts';

export const noHolder: FileRule = {
	name: 'roles/no-holder',
	severity: 'warning',
	summary: 'Nobody in the people register holds a role that a step or an item needs today.',
	why: 'A step for a role without people stops the procedure, or is done by somebody who was never given the authority.',
	remedy:
		'Give somebody the role in registers/people.yaml, name another role in the step or item, or mark the role as external.',
	points: 'At the role in section 4; in a checklist, at the name in the item.',
	clauses: ['sox AS 2201.44', 'soc-2 CC5.3'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: heldBy('clerk'),
		good: heldBy('clerk', 'controller'),
	},
	*check({ sop, library }) {
		if (sop === undefined) return;
		const roles = sectionRoles(sop);
		const inputs = roleInputs(sop);
		const people = library.registers.people;
		const holders = people && holdersOn(people, library.today);
		const isHeld = (name: string): boolean => {
			const role = roles.find(name);
			// What section 4 does not have, roles/undefined-role reports; an input tells its role only when it is given.
			if (role === undefined || role.external || inputs.has(name)) return true;
			return (holders?.get(role.registerRole)?.length ?? 0) > 0;
		};
		const neededBy = new Map<NamedRole, string>();
		for (const step of rows(sop.procedure)) {
			// Of several in `by` one is enough; of those in `together` each is needed.
			const lacking = several(step.by).some(isHeld) ? [] : several(step.by).slice(0, 1);
			for (const name of [...lacking, ...several(step.together).filter((one) => !isHeld(one))]) {
				const role = roles.find(name);
				const isKnown = [...neededBy.keys()].some((one) => one.registerRole === role?.registerRole);
				if (role !== undefined && !isKnown) neededBy.set(role, step.id ?? '');
			}
		}
		if (holders === undefined) {
			if (neededBy.size > 0) yield { notEvaluated: withoutRegister(library.registers, 'people') };
			return;
		}
		for (const [role, step] of neededBy) {
			const key = rows(sop.roles)[role.index]?.role === undefined ? 'id' : 'role';
			yield {
				place: { path: ['roles', role.index, key] },
				message: `Nobody holds the role ${role.registerRole} on ${library.today}, and the step ${step} needs it`,
			};
		}
	},
	*acrossLibrary({ documents, isReported, library }) {
		const known = documentsById(documents);
		const registers = registeredNames(library.registers);
		const people = library.registers.people;
		const holders = people && holdersOn(people, library.today);
		for (const checklist of documents) {
			if (checklist.kind !== 'checklist' || !isReported(checklist.file)) continue;
			const roles = checklistRoles(checklist, known);
			for (const found of unheldInItems(checklist, roles, registers, holders)) {
				yield 'notEvaluated' in found
					? { file: checklist.file, ...found }
					: {
							file: checklist.file,
							place: { path: found.path },
							message: `Nobody holds the role ${found.role} on ${library.today}, and ${found.item} needs it`,
						};
			}
		}
	},
};

function heldBy(...roles: readonly string[]): string {
	const held = roles.map(
		(role, index) => `  - id: j.roe-${index + 1}
    roles:
      - role: ${role}
        from: 2024-01-01
`,
	);
	return `# file: registers/people.yaml
format: 1
people:
${held.join('')}${exampleSop}`;
}
