import { compareVersions } from '../../../model/version-number.ts';
import { numbersJudged } from '../../numbers-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const effectiveOrder: HistoryRule = {
	name: 'document/effective-order',
	severity: 'error',
	summary: 'A higher version takes effect before a lower one.',
	why: 'The higher number wins from its first day on, so the lower one never is in force, whatever day it states.',
	remedy: 'Put the effective days in the order of the versions, or leave the lower version out.',
	points: 'At the effective day.',
	clauses: ['iso-9001 7.5.3.2 c'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\neffective: 2026-04-01\n# now\nversion: "1.1"\neffective: 2026-03-01\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
		good: '# commit: 2026-01-20\neffective: 2026-03-01\n# now\nversion: "1.1"\neffective: 2026-04-01\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
	},
	*check(subject) {
		const judged = numbersJudged(subject);
		if ('notEvaluated' in judged) {
			yield judged;
			return;
		}
		for (const { here, timeline } of judged.documents) {
			const { version, effective } = here;
			if (version === undefined || effective === undefined) continue;
			const wrong = timeline.versions.find((other) => {
				const order = compareVersions(version, other.version) ?? 0;
				return (
					other.owns === 'yes' &&
					other.effective !== undefined &&
					((order > 0 && effective < other.effective) || (order < 0 && effective > other.effective))
				);
			});
			if (wrong === undefined) continue;
			yield {
				file: here.file,
				place: { path: ['effective'] },
				message: `Version ${version} takes effect on ${effective}, and version ${wrong.version} on ${wrong.effective}`,
			};
		}
	},
};
