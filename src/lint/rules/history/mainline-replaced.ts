import type { HistoryRule } from '../../rule.ts';

export const mainlineReplaced: HistoryRule = {
	name: 'history/mainline-replaced',
	severity: 'error',
	summary: 'The branch here would put another chain of commits in the place of the mainline.',
	why: 'What the mainline showed on which day follows its first parents. A merge the wrong way round keeps all commits and moves those days, and no protection of the branch refuses it.',
	remedy: 'Do not push it. Go back to the mainline, and merge the branch into it from there.',
	points: 'At the config.',
	clauses: ['iso-9001 7.5.3.2', 'cfr-11 11.10(c)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# remote\n# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-01-21\ntitle: Check of invoices\n# file: other.txt\n1\n# push the wrong way round\n',
		good: '# remote\n# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-01-21\ntitle: Check of invoices\n# file: other.txt\n1\n',
	},
	*check({ history }) {
		const { replacesMainline, mainline } = history;
		if (replacesMainline === undefined || replacesMainline === 'cut off') {
			yield {
				notEvaluated:
					replacesMainline === undefined
						? 'no copy of the mainline elsewhere to compare with'
						: (history.cutOff ?? 'history cut off'),
			};
			return;
		}
		if (replacesMainline === false) return;
		yield {
			file: 'sop.config.yaml',
			gone: 'sop.config.yaml',
			place: { path: [] },
			message: `The newest commit of ${mainline} (${replacesMainline.head.slice(0, 7)}) is not on the first-parent chain of ${replacesMainline.branch}`,
		};
	},
};
