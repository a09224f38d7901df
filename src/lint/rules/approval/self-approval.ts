import { approvalsJudged } from '../../approvals-judged.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryRule } from '../../rule.ts';

export const selfApproval: HistoryRule = {
	name: 'approval/self-approval',
	severity: 'error',
	summary:
		'An author of a version has signed it as its approver or reviewer, under whatever name or address.',
	why: 'Whoever wrote a text reads what they meant, not what stands there. Their approval counts for nothing.',
	remedy: 'Have somebody else sign who holds the role, and take this record back with `sop withdraw`.',
	points: 'At the person of the record.',
	clauses: ['coso 10', 'iso-13485 4.2.4', 'cfr-11 11.10(g)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: jane.doe, role: controller}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: jane.doe, role: controller, meaning: authorship}
# record: approvals {person: ann.smith, role: controller}
`,
	},
	*check(subject) {
		yield* approvalsJudged(subject, function* ({ past, version, signature }) {
			if (signature.why === 'author') {
				yield atRecord(signature.record, 'person', {
					message: `${signature.person} wrote version ${version.version} of ${past.id}, and this is their own ${signature.meaning} of it`,
				});
				return;
			}
			for (const cause of signature.cause === null ? signature.notEvaluated : [])
				yield { notEvaluated: cause };
		});
	},
};
