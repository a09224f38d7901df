import type { Step } from '../../../model/documents.generated.ts';
import { references } from '../../../model/graph/references.ts';
import { doersOf } from '../../../model/raci.ts';
import { holdersOn, type RoleHolders } from '../../../model/role-holders.ts';
import { isSameRole, roleInputs, type SectionRoles, sectionRoles } from '../../../model/section-roles.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const selfCheck: FileRule = {
	name: 'quality/self-check',
	severity: 'error',
	summary: 'Who checks a step is who does it: the same role, or the only person who holds either.',
	why: 'People do not see their own mistakes, and a check by the doer counts for nothing with an auditor.',
	remedy: 'Give the check to a role that has no part in the step and that somebody else holds.',
	points: 'At the role that checks.',
	clauses: ['coso Principle 10', 'eu-gmp Annex 11 6'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: checkedBy('clerk'),
		good: checkedBy('controller'),
	},
	*check({ sop, library }) {
		if (sop === undefined) return;
		const roles = sectionRoles(sop);
		const steps = firstById(rows(sop.procedure));
		const people = library.registers.people && holdersOn(library.registers.people, library.today);
		const onlyHolder = (names: readonly string[]) =>
			people && onlyHolderOf(names, roles, roleInputs(sop), people);
		for (const [index, checkpoint] of rows(sop.quality).entries()) {
			const checkers = references(checkpoint.by, ['quality', index, 'by']).filter((one) => one.text !== '');
			for (const id of new Set(several(checkpoint.at))) {
				const doers = doersOf(steps.get(id) ?? {});
				const same = checkers.find(({ text }) => doers.some((doer) => isSameRole(roles, doer, text)));
				const names = checkers.map((one) => one.text);
				const person = onlyHolder(names);
				if (same !== undefined) {
					yield { place: { path: same.path }, message: `${same.text} does the step ${id} and checks it too` };
				} else if (person !== undefined && person === onlyHolder(doers)) {
					yield {
						place: { path: ['quality', index, 'by'] },
						message: `${person} is the only ${names.join(' or ')} and the only ${doers.join(' or ')}, and would check their own step ${id}`,
						help: 'Give one of the two roles to somebody else in registers/people.yaml, or the check to another role.',
					};
				} else continue;
				// One checkpoint with the wrong checker is one defect, however many steps it stands at.
				break;
			}
		}
	},
};

/** Of several steps that share an id, which procedure/duplicate-id reports, the first. */
function firstById(steps: readonly Step[]): ReadonlyMap<string, Step> {
	return new Map([...steps].reverse().flatMap((step) => (step.id ? [[step.id, step]] : [])));
}

/** The one person who holds any of some roles today; undefined where there are several, or where that cannot be said. */
function onlyHolderOf(
	names: readonly string[],
	roles: SectionRoles,
	inputs: ReadonlySet<string>,
	holders: RoleHolders,
): string | undefined {
	let only: string | undefined;
	for (const name of names) {
		const role = roles.find(name);
		if (inputs.has(name) || role?.external) return undefined;
		const [first, second] = holders.get(role?.registerRole ?? name) ?? [];
		if (second !== undefined || (only !== undefined && first !== undefined && first !== only))
			return undefined;
		only ??= first;
	}
	return only;
}

function checkedBy(role: string): string {
	return `quality:
  - id: second-look
    at:
      - enter
    check: Amount and account number agree with the invoice.
    by: ${role}
    accept: Both agree to the cent.
    evidence: Initials on the invoice
`;
}
