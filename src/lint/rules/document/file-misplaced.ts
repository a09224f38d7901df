import type { HistoryRule } from '../../rule.ts';

export const fileMisplaced: HistoryRule = {
	name: 'document/file-misplaced',
	severity: 'warning',
	summary: 'A document in force lies under `archive/`, or a retired one lies outside of it.',
	why: 'People take what lies in the archive for history, and the rest for what holds. A file in the wrong place is followed, or left out, by mistake.',
	remedy: 'Move the file. What does not apply any more is retired with `sop retire`, which moves it too.',
	points: 'At the id.',
	clauses: ['iso-13485 4.2.4 h', 'iso-9001 7.5.3.2'],
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: archive/a.sop.yaml\n{{small SOP-FIN-901}}',
		good: '# commit: 2026-01-20\n# file: finance/a.sop.yaml\n{{small SOP-FIN-901}}',
	},
	*check({ history, isReported }) {
		if (history.cutOff !== null && history.unseenRecords !== null)
			yield { notEvaluated: history.unseenRecords };
		for (const { id, here, state } of history.documents) {
			if (here === undefined || !isReported(here.file)) continue;
			const isArchived = here.file.startsWith('archive/');
			if (isArchived && state.inForce !== undefined)
				yield {
					file: here.file,
					place: { path: ['id'] },
					message: `Version ${state.inForce.version} of ${id} is in force, and its file lies under archive/`,
					help: `Move it back, or say that it does not apply any more: sop retire ${id}.`,
				};
			if (!isArchived && state.status === 'retired')
				yield {
					file: here.file,
					place: { path: ['id'] },
					message: `${id} was ${state.why[0] ?? 'retired'}, and its file does not lie under archive/`,
					help: `Move it to archive/${here.file}, where its id stays taken.`,
				};
		}
	},
};
