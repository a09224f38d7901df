import { numbersJudged } from '../../numbers-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const undocumentedChange: HistoryRule = {
	name: 'change-log/undocumented-change',
	severity: 'error',
	summary: 'The text has changed since its version was released, and neither number nor change log says so.',
	why: 'This is what auditors look for first: a procedure that reads differently than the one people were trained on, with nothing to show who changed it and why.',
	remedy: 'Give the text the next version, and write a row that says what changed and why.',
	points: 'At the change log.',
	clauses: ['iso-9001 7.5.3.2 c', 'iso-13485 4.2.4 c', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\ntitle: Check of all invoices\n',
		good: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\n# A comment is no change of the text.\ntitle: Check of invoices\n',
	},
	*check(subject) {
		const judged = numbersJudged(subject);
		if ('notEvaluated' in judged) {
			yield judged;
			return;
		}
		for (const { id, here, owner, isOwner, sameLog } of judged.documents) {
			if (owner === undefined || isOwner !== false || sameLog !== true) continue;
			yield {
				file: here.file,
				place: { path: ['change_log'], part: 'key' },
				message: `The text is not the one that ${subject.history.mainline} first showed as version ${owner.version}, on ${judged.dayOf(owner.known)}, and the change log is the same`,
				help: `Raise \`version\` and add a row. sop diff ${id} ${owner.version} work says what changed.`,
			};
		}
	},
};
