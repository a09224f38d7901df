import { addDuration } from '../../../model/calendar-day.ts';
import { parseDuration } from '../../../model/duration.ts';
import { reviewsJudged } from '../../reviews-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const dueSoon: HistoryRule = {
	name: 'review/due-soon',
	severity: 'warning',
	summary: 'The review of a document in force falls due soon.',
	why: 'A review takes the time of people who have to be asked in advance.',
	remedy: 'Plan it: `sop due` lists all that falls due. Record it with `sop review`.',
	points: 'At the interval of section 15.',
	clauses: ['iso-13485 4.2.4 b', 'eu-gmp 4.5'],
	options: {
		ahead: { default: '30 days', summary: 'how long before' },
	},
	scope: 'history',
	examples: {
		bad: `# commit: 2025-12-01
title: Check of invoices
change_log:
  - version: "1.0"
    date: 2025-12-01
    author: jane.doe
    what: First version
    why: Invoices were paid twice
`,
		good: `# commit: 2026-01-20
title: Check of invoices
`,
	},
	*check(subject) {
		const ahead = parseDuration(subject.option<string>('ahead'));
		const { today } = subject.library;
		const last = (ahead && addDuration(today, ahead)) ?? today;
		for (const one of reviewsJudged(subject)) {
			if ('notEvaluated' in one) {
				yield one;
				continue;
			}
			const { day, why } = one.next;
			// What is overdue is review/overdue.
			if (day < today || day > last) continue;
			yield {
				file: one.here.file,
				place: { path: ['approval', 'review', 'every'] },
				message: `Its review is due on ${day}: ${why}`,
			};
		}
	},
};
