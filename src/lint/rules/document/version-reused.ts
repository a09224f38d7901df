import { isSigned } from '../../deciding-versions.ts';
import { numbersJudged } from '../../numbers-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const versionReused: HistoryRule = {
	name: 'document/version-reused',
	severity: 'error',
	summary: 'One version number stands for two texts.',
	why: 'Whoever was trained on, approved or followed the number meant the first text; nobody can tell which one a record speaks of.',
	remedy: 'Give the new text the next number, with a row of its own in the change log.',
	points: 'At the version.',
	clauses: ['iso-9001 7.5.3.2 c', 'cfr-11 11.10(k)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\ntitle: Check of all invoices\nchange_log:\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: Another description of the same version\n    why: It reads better\n',
		good: '# commit: 2026-01-20\ntitle: Check of invoices\n# now\ntitle: Check of invoices\n',
	},
	*check(subject) {
		const judged = numbersJudged(subject);
		if ('notEvaluated' in judged) {
			yield judged;
			return;
		}
		for (const { id, here, owner, isOwner, sameLog, timeline, state } of judged.documents) {
			const contested = timeline.versions.find(
				(version) => version.owns === 'contested' && version.version === here.version,
			);
			if (contested !== undefined) {
				yield {
					file: here.file,
					place: { path: ['version'] },
					message: `Two texts of ${id} called ${contested.version} ${isSigned(state, contested) ? 'were complete by' : 'came in'} one commit, so that the number belongs to neither`,
				};
			} else if (owner !== undefined && isOwner === false && sameLog !== true) {
				yield {
					file: here.file,
					place: { path: ['version'] },
					message: isSigned(state, owner)
						? `Version ${here.version} is the text that was approved, known on ${judged.dayOf(owner.known)}, and this is another`
						: `Version ${here.version} was another text when ${subject.history.mainline} first showed it, on ${judged.dayOf(owner.known)}`,
					help: `Give this text the next number. sop diff ${id} ${owner.version} work says what differs.`,
				};
			}
		}
	},
};
