import type { HistoryRule } from '../../rule.ts';

export const entryRemoved: HistoryRule = {
	name: 'register/entry-removed',
	severity: 'error',
	summary: 'A person, role, address or key that stood in a register stands there no more.',
	why: 'Old signatures and trainings are judged by the registers of their day; an entry that vanishes takes its proof along, and can hide who signed their own text.',
	remedy: 'Bring the entry back and end it: with `until`, or a key with `revoked`.',
	points: 'At the register.',
	clauses: ['cfr-11 11.10(e)', 'cfr-11 11.100(a)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: registers/people.yaml\nformat: 1\npeople:\n  - id: jane.doe\n    name: Jane Doe\n  - id: ann.smith\n    name: Ann Smith\n# now\n# file: registers/people.yaml\nformat: 1\npeople:\n  - id: jane.doe\n    name: Jane Doe\n',
		good: '# commit: 2026-01-20\n# file: registers/people.yaml\nformat: 1\npeople:\n  - id: jane.doe\n    name: Jane Doe\n# now\n# file: registers/people.yaml\nformat: 1\npeople:\n  - id: jane.doe\n    name: Jane Doe\n  - id: ann.smith\n    name: Ann Smith\n',
	},
	*check({ history }) {
		if (history.cutOff !== null) yield { notEvaluated: history.cutOff };
		for (const cause of history.registersUntold) yield { notEvaluated: cause };
		for (const { file, entry, day } of history.lostEntries) {
			yield {
				file,
				gone: file,
				place: { path: [] },
				message: `${file} has no ${entry} any more, which stood there until ${day}`,
			};
		}
	},
};
