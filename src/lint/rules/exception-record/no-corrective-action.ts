import { atRecord } from '../../at-record.ts';
import { exceptionsJudged } from '../../exceptions-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const noCorrectiveAction: HistoryRule = {
	name: 'exception-record/no-corrective-action',
	severity: 'warning',
	summary: 'A record of an exception does not say what is done so that it does not happen again.',
	why: 'An exception that nothing follows from comes back, and by and by it is how the work is done.',
	remedy:
		'Say in a record that takes the place of this one what is done, by whom and until when: `sop except --replaces`.',
	points: 'At the exception of the record.',
	clauses: ['soc-2 CC5.3'],
	scope: 'history',
	examples: {
		bad: story(''),
		good: story(', corrective_action: {do: Agree a second channel, done: 2026-03-20}'),
	},
	*check(subject) {
		const { cutOff, exceptions } = subject.history;
		if (cutOff !== null && exceptions.length > 0) yield { notEvaluated: cutOff };
		for (const record of exceptionsJudged(subject)) {
			if (record.value.corrective_action !== undefined) continue;
			const { exception, document, until } = record.value;
			yield atRecord(record, 'exception', {
				message: `The exception ${exception} of ${document}, allowed until ${until}, has no corrective action`,
			});
		}
	},
};

function story(action: string): string {
	return `# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# commit: 2026-02-01
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: exceptions {person: ann.smith, role: controller, exception: over-limit, reason: The portal was down, from: 2026-02-01, until: 2026-02-10${action}}
`;
}
