import type { DocumentState } from '../../../control/document-state.ts';
import { normal } from '../../../model/history/version.ts';
import { dayAt } from '../../../model/zone.ts';
import type { HistoryRule } from '../../rule.ts';

export const idReused: HistoryRule = {
	name: 'document/id-reused',
	severity: 'error',
	summary: 'The id belonged to another document that is gone, or to one that is retired.',
	why: 'An id stands for one document for ever: trainings, runs and references to the old one would now speak of the new one.',
	remedy: 'Give the new document the next free id; `sop new` finds it.',
	points: 'At the id.',
	clauses: ['iso-9001 7.5.2 a', 'eu-gmp Chapter 4'],
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: b.sop.yaml\n{{small SOP-FIN-902}}# commit: 2026-02-05\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# now\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: c.sop.yaml\n{{small SOP-FIN-902 Stock taking}}',
		good: '# commit: 2026-01-20\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: b.sop.yaml\n{{small SOP-FIN-902}}# commit: 2026-02-05\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# now\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: c.sop.yaml\n{{small SOP-FIN-902}}',
	},
	*check({ history, isReported }) {
		if (history.cutOff !== null) yield { notEvaluated: history.cutOff };
		for (const { id, here, titles, timeline, state } of history.documents) {
			if (here === undefined || !isReported(here.file)) continue;
			const retired = state.status === 'retired' ? retiredAt(state) : undefined;
			const number = here.version === undefined ? undefined : normal(here.version);
			const isKnown = timeline.versions.some(
				({ version, known }) => normal(version) === number && known <= (retired ?? known),
			);
			if (retired !== undefined && number !== undefined && !isKnown) {
				yield {
					file: here.file,
					place: { path: ['id'] },
					message: `${id} was retired on ${dayAt(retired, history.zone)}, and version ${here.version} is a new text under its id`,
				};
				continue;
			}
			const before = titles.at(-1);
			if (before === undefined || before === here.title) continue;
			yield {
				file: here.file,
				place: { path: ['id'] },
				message: `${id} was the id of ${JSON.stringify(before)}, which is gone`,
			};
		}
	},
};

/** When a document was retired, in seconds. */
function retiredAt({ approvals }: DocumentState): number | undefined {
	return approvals?.withdrawals.find(({ version }) => version === undefined)?.at;
}
