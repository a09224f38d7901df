import { lostRecordProblems } from '../../lost-record-problems.ts';
import type { HistoryRule } from '../../rule.ts';

export const changed: HistoryRule = {
	name: 'record/changed',
	severity: 'error',
	summary: 'A record was changed on the mainline.',
	why: 'Records only grow: a signature or a training that can be edited afterwards proves nothing.',
	remedy: 'Bring the record back as it was. To undo one, write a withdrawal.',
	points: 'At the place of the record.',
	clauses: ['iso-9001 7.5.3.2', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: records/feedback/SOP-FIN-900/1.yaml\nformat: 1\n# commit: 2026-02-20\n# file: records/feedback/SOP-FIN-900/1.yaml\nformat: 1\nedited: true\n',
		good: '# commit: 2026-01-20\n# file: records/training/jane.doe/2026.jsonl\n{"format":1}\n# commit: 2026-02-20\n# file: records/training/jane.doe/2026.jsonl\n{"format":1}\n{"format":1,"more":true}\n',
	},
	*check({ history }) {
		if (history.recordsUnseen) yield { notEvaluated: history.partial ?? 'partial clone' };
		yield* lostRecordProblems(history, 'changed');
	},
};
