import { responsibilityMatrix } from '../../../model/raci.ts';
import { sectionRoles } from '../../../model/section-roles.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const missingRole: FileRule = {
	name: 'training/missing-role',
	severity: 'warning',
	summary: 'A role of section 4 that does or answers for a step has no training in section 12.',
	why: 'Whoever works by a procedure must have learnt it, and it must be possible to show that they had.',
	remedy: 'Add the role to `for` of a training, or say why it needs none.',
	points: 'At the role in section 4.',
	clauses: ['cfr-11 11.10(i)', 'iso-27001 A.5.37', 'soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: trainingFor('clerk'),
		good: trainingFor('clerk', 'controller'),
	},
	*check({ sop }) {
		// A section that is absent or set aside is not about single roles.
		if (sop === undefined || rows(sop.training).length === 0) return;
		const roles = sectionRoles(sop);
		const registerRoles = (names: readonly string[]) =>
			names.map((name) => roles.find(name)?.registerRole ?? name);
		const trained = new Set(rows(sop.training).flatMap((row) => registerRoles(several(row.for))));
		const parts = new Map<string, string>();
		for (const { kind, name, responsible, accountable } of responsibilityMatrix(sop)) {
			for (const role of registerRoles(responsible))
				if (!parts.has(role)) parts.set(role, `does the ${kind} ${name}`);
			for (const role of registerRoles(accountable))
				if (!parts.has(role)) parts.set(role, `answers for the ${kind} ${name}`);
		}
		for (const role of roles.all) {
			const part = parts.get(role.registerRole);
			if (part === undefined || role.external || trained.has(role.registerRole)) continue;
			// Of several names of one role the first is enough.
			trained.add(role.registerRole);
			yield {
				place: { path: ['roles', role.index, rows(sop.roles)[role.index]?.id === undefined ? 'role' : 'id'] },
				section: 12,
				message: `The role ${role.name} has no training in section 12, though it ${part}`,
			};
		}
	},
};

function trainingFor(...roles: readonly string[]): string {
	return `training:
  - for:
${roles.map((role) => `      - ${role}\n`).join('')}    what: Paying invoices
    how: Read and understood
    every: 1 year
`;
}
