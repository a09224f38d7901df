import { isExpired } from '../../../control/standing-exceptions.ts';
import { atRecord } from '../../at-record.ts';
import { exceptionsJudged } from '../../exceptions-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const expired: HistoryRule = {
	name: 'exception-record/expired',
	severity: 'error',
	summary: 'An exception is over, and the corrective action that was agreed with it is late.',
	why: 'An exception is allowed for a time because something is done meanwhile. When the time is over and it is not done, the exception goes on without anybody having allowed it.',
	remedy:
		'Do what was agreed, and record it with `sop except --replaces`; or have the exception prolonged by who approves it.',
	points: 'At the last day of the record.',
	clauses: ['soc-2 CC5.3', 'iso-9001 7.5.3.2'],
	scope: 'history',
	examples: {
		bad: story(''),
		good: story(
			'# record: exceptions {at: "2026-04-01T09:00:00Z", person: ann.smith, role: controller, exception: over-limit, reason: The portal was down, from: 2026-02-01, until: 2026-02-10, corrective_action: {do: Agree a second channel, done: 2026-03-20}, replaces: records/exceptions/SOP-FIN-900/2026-02-01T100000Z-ann.smith-over-limit.yaml}\n',
		),
	},
	*check(subject) {
		const { cutOff, exceptions } = subject.history;
		if (cutOff !== null && exceptions.length > 0) yield { notEvaluated: cutOff };
		const { today } = subject.library;
		for (const record of exceptionsJudged(subject)) {
			const { until, corrective_action: action, exception, document } = record.value;
			// Without any action it is exception-record/no-corrective-action.
			if (action === undefined || !isExpired(record.value, today)) continue;
			const what = action.due === undefined ? '' : `, which was due on ${action.due}`;
			yield atRecord(record, 'until', {
				message: `The exception ${exception} of ${document} ended on ${until}, and nobody has recorded that its corrective action was done${what}: ${action.do}`,
			});
		}
	},
};

function story(more: string): string {
	return `# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# commit: 2026-02-01
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: exceptions {person: ann.smith, role: controller, exception: over-limit, reason: The portal was down, from: 2026-02-01, until: 2026-02-10, corrective_action: {do: Agree a second channel, due: 2026-03-31}}
${more}`;
}
