import { normal } from '../../../model/history/version.ts';
import { claimsJudged } from '../../claims-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const phantomVersion: HistoryRule = {
	name: 'change-log/phantom-version',
	severity: 'warning',
	summary: 'A row of the change log names a version that never stood on the mainline.',
	why: 'A row without a change behind it is a claim nobody can check: the text it speaks of cannot be shown.',
	remedy:
		'Take the row out, or set `adopted` in the config to the day from which on the repository is the record.',
	points: 'At the version of the row.',
	clauses: ['cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\nversion: "1.2"\nchange_log:\n  - version: "1.2"\n    date: 2026-02-10\n    author: Jane Doe\n    what: Named the second reviewer\n    why: The auditors asked for it\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
		good: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
	},
	*check(subject) {
		const { partial } = subject.history;
		if (partial !== null) {
			yield { notEvaluated: partial };
			return;
		}
		for (const { past, here, claims, unseen } of claimsJudged(subject)) {
			if (unseen > 0) yield { notEvaluated: 'change-log rows older than the history' };
			const shown = new Set(
				past.trail.entries.flatMap(({ before, after }) =>
					[...before, ...after].flatMap(({ version }) => (version === undefined ? [] : [normal(version)])),
				),
			);
			if (here.version !== undefined) shown.add(normal(here.version));
			for (const { index, version } of claims) {
				if (shown.has(normal(version))) continue;
				yield {
					file: here.file,
					place: { path: ['change_log', index, 'version'] },
					message: `No commit holds a version ${version} of ${past.id}`,
				};
			}
		}
	},
};
