import { compareVersions } from '../../../model/version-number.ts';
import { numbersJudged } from '../../numbers-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const versionWentBack: HistoryRule = {
	name: 'document/version-went-back',
	severity: 'error',
	summary: 'The version that stands is lower than one that was released.',
	why: 'A higher number stays in force until a still higher one takes over; an old text under its old number looks current and is not.',
	remedy: 'To return to an old text, give it a new, higher number and say so in the change log.',
	points: 'At the version.',
	clauses: ['iso-9001 7.5.3.2 c', 'eu-gmp Chapter 4'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-02-03\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n# now\ntitle: Check of invoices\n',
		good: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
	},
	*check(subject) {
		const judged = numbersJudged(subject);
		if ('notEvaluated' in judged) {
			yield judged;
			return;
		}
		for (const { here, timeline } of judged.documents) {
			const stands = here.version;
			if (stands === undefined) continue;
			const complete = timeline.versions.filter(({ owns }) => owns === 'yes');
			const highest = complete.reduce<(typeof complete)[number] | undefined>(
				(best, one) =>
					best === undefined || (compareVersions(one.version, best.version) ?? 0) > 0 ? one : best,
				undefined,
			);
			if (highest === undefined || (compareVersions(stands, highest.version) ?? 0) >= 0) continue;
			yield {
				file: here.file,
				place: { path: ['version'] },
				message: `Version ${stands} stands here, and ${subject.history.mainline} has shown ${highest.version} since ${judged.dayOf(highest.known)}`,
			};
		}
	},
};
