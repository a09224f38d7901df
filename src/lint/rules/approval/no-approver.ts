import { rows } from '../../../model/several.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const noApprover: FileRule = {
	name: 'approval/no-approver',
	severity: 'error',
	summary: 'Section 15 asks nobody for an approval.',
	why: 'A procedure that nobody must approve takes effect as soon as somebody has written it.',
	remedy: 'Write a line under `signatures` with the role that approves and `meaning: approval`.',
	points: 'At the signatures, or at section 15 where there are none.',
	clauses: ['iso-9001 7.5.2 c', 'iso-13485 4.2.4 a', 'eu-gmp 4.3'],
	silenceable: false,
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: signedBy('quality', 'review'),
		good: signedBy('controller', 'approval'),
	},
	*check({ document, library }) {
		const approval = document?.approval;
		// An absent or empty section is document/missing-section, one set aside document/not-applicable.
		if (!approval || Object.keys(approval).length === 0 || 'not_applicable' in approval) return;
		if (library.config.approvals === 'none') return;
		const asked = rows(approval.signatures).filter((line) => line.role);
		if (asked.some((line) => line.meaning === undefined || line.meaning === 'approval')) return;
		yield {
			place: { path: ['approval', 'signatures'], part: 'key' },
			message:
				asked.length === 0
					? 'Section 15 asks nobody to sign'
					: `Section 15 asks for ${asked.map((line) => line.meaning).join(' and ')}, and nobody for an approval`,
		};
	},
};

function signedBy(role: string, meaning: string): string {
	return `approval:
  signatures:
    - role: ${role}
      meaning: ${meaning}
  review:
    every: 1 year
`;
}
