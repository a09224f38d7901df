import { checkedWork } from '../../../model/judged-work.ts';
import { withoutRegister } from '../../../model/registers.ts';
import { holdersOn } from '../../../model/role-holders.ts';
import { isSameRole, sectionRoles } from '../../../model/section-roles.ts';
import { needsHolders, ownJudgement, registerRoleIn } from '../../only-holder.ts';
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
		const registerRole = registerRoleIn(sop);
		const people = library.registers.people && holdersOn(library.registers.people, library.today);
		let isOpen = false;
		for (const checkpoint of checkedWork(sop)) {
			// One checkpoint with the wrong checker is one defect, however many steps it stands at.
			const [same] = checkpoint.works.flatMap(({ name, doers }) => {
				const checker = checkpoint.judges.find(({ text }) =>
					doers.some((doer) => isSameRole(roles, doer, text)),
				);
				return checker === undefined ? [] : [{ checker, name }];
			});
			const own = people && ownJudgement(checkpoint, registerRole, people);
			if (same !== undefined) {
				const { text, path } = same.checker;
				yield { place: { path }, message: `${text} does the step ${same.name} and checks it too` };
			} else if (own !== undefined) {
				yield {
					place: { path: checkpoint.path },
					message: `${own.person} is the only ${own.judges} and the only ${own.doers}, and would check their own step ${own.work.name}`,
					help: 'Give one of the two roles to somebody else in registers/people.yaml, or the check to another role.',
				};
			} else isOpen ||= needsHolders(checkpoint, registerRole);
		}
		if (isOpen && people === undefined) yield { notEvaluated: withoutRegister(library.registers, 'people') };
	},
};

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
