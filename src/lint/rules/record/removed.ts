import { lostRecordProblems } from '../../lost-record-problems.ts';
import type { HistoryRule } from '../../rule.ts';

export const removed: HistoryRule = {
	name: 'record/removed',
	severity: 'error',
	summary: 'A record was removed from the mainline.',
	why: 'Records only grow: what was lost still counts, and a repository that loses records cannot be relied on.',
	remedy: 'Bring the record back as it was. To undo one, write a withdrawal.',
	points: 'At the place of the record.',
	clauses: ['iso-9001 7.5.3.2', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: records/feedback/SOP-FIN-900/1.yaml\nformat: 1\n# file: other.txt\n1\n# commit: 2026-02-20\n# file: other.txt\n2\n',
		good: '# commit: 2026-01-20\n# file: records/feedback/SOP-FIN-900/1.yaml\nformat: 1\n# commit: 2026-02-20\n# file: records/feedback/SOP-FIN-900/1.yaml\nformat: 1\n# file: records/feedback/SOP-FIN-900/2.yaml\nformat: 1\n',
	},
	*check({ history }) {
		yield* lostRecordProblems(history, 'removed');
	},
};
