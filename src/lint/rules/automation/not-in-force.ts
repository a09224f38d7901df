import { knownStart, neverInForce } from '../../../model/history/version.ts';
import type { HistoryRule } from '../../rule.ts';

/** Stages for which the procedure has to be documented and approved. */
const later = ['manual', 'pilot', 'live'];

export const notInForce: HistoryRule = {
	name: 'automation/not-in-force',
	severity: 'error',
	summary:
		'A procedure is run by hand, in a pilot or live, by its own words, and no version of it is in force.',
	why: 'What is automated before it is agreed on is agreed on by whoever builds it. A cycle by hand, too, shows something only of the text that everybody goes by.',
	remedy: 'Have the version approved first, or set `stage` back to mapped or documented.',
	points: 'At the stage.',
	clauses: [],
	scope: 'history',
	examples: {
		bad: story('2027-06-01'),
		good: story('2026-01-20'),
	},
	*check({ history, isReported, library }) {
		for (const { here, state } of history.documents) {
			const stage = here?.automationStage;
			if (here === undefined || stage === undefined || !later.includes(stage)) continue;
			if (!isReported(here.file)) continue;
			if (state.notEvaluated !== null) {
				yield { notEvaluated: state.notEvaluated };
				continue;
			}
			if (state.inForce !== undefined) continue;
			const was = state.timeline.versions.some(
				(one) => knownStart(one) !== undefined && !neverInForce(one) && one.end !== undefined,
			);
			yield {
				file: here.file,
				place: { path: ['automation', 'stage'] },
				message: `The stage is ${stage}, and no version is in force on ${library.today}${was ? ' any more' : ''}`,
			};
		}
	},
};

function story(effective: string): string {
	return `# commit: 2026-01-20
effective: ${effective}
automation:
  stage: manual
`;
}
