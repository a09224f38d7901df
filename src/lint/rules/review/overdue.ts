import { addDuration } from '../../../model/calendar-day.ts';
import { parseDuration } from '../../../model/duration.ts';
import { reviewsJudged } from '../../reviews-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const overdue: HistoryRule = {
	name: 'review/overdue',
	severity: 'error',
	summary: 'A document in force was not reviewed in time, or not since an event that asks for it.',
	why: 'A procedure that nobody has looked at for longer than its own rule allows may describe work that is done otherwise by now. An edit is no review: nobody has said that the rest still holds.',
	remedy:
		'Review it and record that with `sop review`. Somebody else than its author does, also where nothing changes.',
	points: 'At the interval of section 15.',
	clauses: ['iso-13485 4.2.4 b', 'eu-gmp 4.5', 'nist-800-53 xx-1 c', 'soc-2 CC5.3'],
	options: {
		grace: { default: '0 days', summary: 'how long a review may be late' },
	},
	scope: 'history',
	examples: {
		bad: `# commit: 2025-09-01
title: Check of invoices
change_log:
  - version: "1.0"
    date: 2025-09-01
    author: jane.doe
    what: First version
    why: Invoices were paid twice
`,
		good: `# commit: 2025-09-01
title: Check of invoices
change_log:
  - version: "1.0"
    date: 2025-09-01
    author: jane.doe
    what: First version
    why: Invoices were paid twice
# file: registers/people.yaml
{{people}}# commit: 2026-08-20
title: Check of invoices
change_log:
  - version: "1.0"
    date: 2025-09-01
    author: jane.doe
    what: First version
    why: Invoices were paid twice
# file: registers/people.yaml
{{people}}# record: reviews {person: ann.smith, role: controller, verdict: keep, reason: Nothing has changed}
`,
	},
	*check(subject) {
		const written = subject.option<string>('grace');
		const grace = parseDuration(written);
		const { today } = subject.library;
		for (const one of reviewsJudged(subject)) {
			if ('notEvaluated' in one) {
				yield one;
				continue;
			}
			const { day, why } = one.next;
			const last = (grace && addDuration(day, grace)) ?? day;
			if (today <= last) continue;
			yield {
				file: one.here.file,
				place: { path: ['approval', 'review', 'every'] },
				message: `Its review was due on ${day}: ${why}`,
			};
		}
	},
};
