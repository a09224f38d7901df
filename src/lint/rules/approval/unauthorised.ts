import { approvalsJudged } from '../../approvals-judged.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryRule } from '../../rule.ts';

export const unauthorised: HistoryRule = {
	name: 'approval/unauthorised',
	severity: 'error',
	summary: 'Somebody signed in a role that they did not hold on that day, or that nobody knew of before.',
	why: 'A signature shows that somebody with the duty and the knowledge has agreed. Whether they had it is told by the register as it stood before the record came.',
	remedy:
		'Enter the role into the people register first, in a commit of its own, and have it signed then; or have somebody sign who holds it. Take this record back with `sop withdraw`.',
	points: 'At the role of the record.',
	clauses: ['cfr-11 11.10(g)', 'iso-9001 7.5.2 c', 'iso-13485 4.2.4'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: max.muster, role: controller}
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
		yield* approvalsJudged(subject, function* ({ past, version, signature }) {
			const { why } = signature;
			if (why === 'not evaluated')
				yield { notEvaluated: (signature.cause ?? '').replace('not evaluated: ', '') };
			if (why !== 'unauthorised') return;
			yield atRecord(signature.record, 'role', {
				message: `This ${signature.meaning} of version ${version.version} of ${past.id} does not count: ${signature.cause}, by the register as it stood before it came`,
			});
		});
	},
};
