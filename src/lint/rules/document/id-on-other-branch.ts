import type { HistoryRule } from '../../rule.ts';

export const idOnOtherBranch: HistoryRule = {
	name: 'document/id-on-other-branch',
	severity: 'error',
	summary: 'Another branch has given the same id to a document of its own (asked for with `--branches`).',
	why: 'Both branches look clean alone. After the second merge two documents bear one id, and records speak of either.',
	remedy: 'Give the one that is merged last the next free id; `sop new` finds it over all branches.',
	points: 'At the id.',
	clauses: ['iso-9001 7.5.2 a'],
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# branch: other\n# commit: 2026-01-21\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: theirs.sop.yaml\n{{small SOP-FIN-902 Stock taking}}# branch: main\n# commit: 2026-01-22\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: ours.sop.yaml\n{{small SOP-FIN-902}}',
		good: '# commit: 2026-01-20\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# branch: other\n# commit: 2026-01-21\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: theirs.sop.yaml\n{{small SOP-FIN-902 Stock taking}}# branch: main\n# commit: 2026-01-22\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: ours.sop.yaml\n{{small SOP-FIN-903}}',
	},
	*check({ history, documents, isReported }) {
		if (history.cutOff !== null && history.rivals !== undefined) {
			// Two branches that are cut off have no commit in common, so that each seems to have its own of everything.
			yield { notEvaluated: history.cutOff };
			return;
		}
		for (const { id, branch, path } of history.rivals ?? []) {
			const here = documents.find((one) => one.id === id && isReported(one.file));
			if (here === undefined) continue;
			yield {
				file: here.file,
				place: { path: ['id'] },
				message: `${id} is also the id of ${path} on the branch ${branch}`,
			};
		}
	},
};
