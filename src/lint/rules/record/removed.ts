import { lostRecordProblems } from '../../lost-record-problems.ts';
import type { HistoryRule } from '../../rule.ts';

export const removed: HistoryRule = {
	name: 'record/removed',
	severity: 'error',
	summary: 'A record was removed from the mainline, and is not back as it was.',
	why: 'Records only grow: what was lost still counts, and a repository that loses records cannot be relied on.',
	remedy: 'Bring the record back as it was: `git revert` does. To undo one, write a withdrawal.',
	points: 'At the place of the record.',
	clauses: ['iso-9001 7.5.3.2', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-20
title: Check of invoices
# record: feedback {person: ann.smith, text: The portal exports the balance}
# commit: 2026-02-20
title: Check of invoices
# without records
`,
		good: `# commit: 2026-01-20
title: Check of invoices
# record: feedback {person: ann.smith, text: The portal exports the balance}
# commit: 2026-02-20
title: Check of invoices
# record: feedback {person: max.muster, text: The portal exports the balance}
`,
	},
	*check({ history }) {
		if (history.cutOff !== null) yield { notEvaluated: history.cutOff };
		yield* lostRecordProblems(history, 'removed');
	},
};
