import { approvalsJudged } from '../../approvals-judged.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryRule } from '../../rule.ts';

export const mixedCommit: HistoryRule = {
	name: 'approval/mixed-commit',
	severity: 'warning',
	summary: 'The commit that brought a signature also changes what the signature leans on.',
	why: 'Registers and settings say who may sign. A commit that changes both authorises itself, so what it changes there has no effect on the signature, and whoever reads on has to know that.',
	remedy:
		'Change registers and settings in a commit of their own, before the signature. `sop approve --commit` commits nothing else.',
	points: 'At the record.',
	clauses: ['cfr-11 11.10(g)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# file: registers/roles.yaml
format: 1
roles:
  - id: controller
    name: Controller
  - id: clerk
    name: Clerk
# record: approvals {person: ann.smith, role: controller}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
	},
	*check(subject) {
		yield* approvalsJudged(subject, function* ({ signature: { record } }) {
			const files = subject.history.changedBeside(record.position);
			if (files.length === 0) return;
			yield atRecord(record, undefined, {
				message: `The commit ${record.commit.slice(0, 7)} that brought this record also changes ${files.join(', ')}, which has no effect on it`,
			});
		});
	},
};
