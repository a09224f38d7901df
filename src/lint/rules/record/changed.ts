import { lostRecordProblems } from '../../lost-record-problems.ts';
import type { HistoryRule } from '../../rule.ts';

export const changed: HistoryRule = {
	name: 'record/changed',
	severity: 'error',
	summary: 'A record was changed on the mainline, and is not back as it was.',
	why: 'Records only grow: a signature or a training that can be edited afterwards proves nothing.',
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
# file: records/feedback/SOP-FIN-900/2026-01-20T100000Z-ann.smith.yaml
format: 1
library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92
document: SOP-FIN-900
version: "1.0"
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
person: ann.smith
meaning: feedback
at: "2026-01-20T10:00:00Z"
text: The portal exports nothing
`,
		good: `# commit: 2026-01-20
title: Check of invoices
# record: training {person: jane.doe, role: clerk}
# commit: 2026-02-20
title: Check of invoices
# record: training {person: jane.doe, role: controller}
`,
	},
	*check({ history }) {
		if (history.cutOff !== null) yield { notEvaluated: history.cutOff };
		if (history.recordsUnseen) yield { notEvaluated: history.partial ?? 'partial clone' };
		yield* lostRecordProblems(history, 'changed');
	},
};
