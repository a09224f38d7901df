import { daysBetween } from '../../../model/calendar-day.ts';
import { normal } from '../../../model/history/version.ts';
import { dayAt } from '../../../model/zone.ts';
import { claimsJudged } from '../../claims-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const dateDisagrees: HistoryRule = {
	name: 'change-log/date-disagrees',
	severity: 'warning',
	summary:
		'The day of a change-log row lies far from the day on which the mainline first showed its version.',
	why: 'The day in the log is typed by hand; the mainline shows when the text was really there. A gap is where back-dating hides.',
	remedy:
		'Give the next version the day on which it is merged. Where branches wait longer as a rule, set the option `days` higher.',
	points: 'At the date of the row.',
	clauses: ['cfr-11 11.10(e)'],
	silenceable: false,
	options: {
		days: { default: 7, summary: 'how many days they may lie apart' },
	},
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-06-03\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
		good: '# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-02-05\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
	},
	*check(subject) {
		const { zone, mainline, cutOff } = subject.history;
		if (cutOff !== null) {
			// Another text may have borne the number before the first commit that is here.
			yield { notEvaluated: cutOff };
			return;
		}
		const most = subject.option<number>('days');
		for (const { past, here, claims } of claimsJudged(subject)) {
			for (const { index, version, date } of claims) {
				// Of a number that nobody owns yet the first text counts: the day tells when it was written.
				const same = past.timeline.versions.filter((one) => normal(one.version) === normal(version));
				const shown = same.find(({ owns }) => owns === 'yes') ?? same.find(({ owns }) => owns === 'open');
				if (shown === undefined || shown.knownLevel === 'no later than' || date === undefined) continue;
				const day = dayAt(shown.known, zone);
				const apart = Math.abs(daysBetween(date, day) ?? 0);
				if (apart <= most) continue;
				yield {
					file: here.file,
					place: { path: ['change_log', index, 'date'] },
					message: `The row says ${date}, and ${mainline} first showed version ${version} on ${day}, ${apart} days apart`,
				};
			}
		}
	},
};
