import type { HistoryRule } from '../../rule.ts';

export const libraryChanged: HistoryRule = {
	name: 'config/library-changed',
	severity: 'error',
	summary: 'The id of the library is not the one that it began with.',
	why: 'Approvals and packets name the library they are of. Under another id all of them are void, and those of another library fit.',
	remedy: 'Set `library` back. A copy that becomes a library of its own begins a repository of its own.',
	points: 'At the id of the library.',
	clauses: ['cfr-11 11.10(c)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n# now\n# file: sop.config.yaml\nformat: 1\nlibrary: 00000c6a9d4e4f7aa2c5d8e1b7064c92\n',
		good: '# commit: 2026-01-20\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n# now\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\ntimezone: Europe/Berlin\n',
	},
	*check({ history, library }) {
		if (history.cutOff !== null) {
			yield { notEvaluated: history.cutOff };
			return;
		}
		const [first] = history.libraryIds;
		const now = library.config.library;
		if (first === undefined || now === first) return;
		yield {
			file: 'sop.config.yaml',
			place: { path: ['library'] },
			message:
				now === undefined
					? `The library began as ${first}, and has no id now`
					: `The library began as ${first}`,
		};
	},
};
