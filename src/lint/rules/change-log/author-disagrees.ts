import { normal } from '../../../model/history/version.ts';
import { claimsJudged } from '../../claims-judged.ts';
import { namesOfAuthor } from '../../names-of-author.ts';
import type { HistoryRule } from '../../rule.ts';

export const authorDisagrees: HistoryRule = {
	name: 'change-log/author-disagrees',
	severity: 'warning',
	summary: 'Nobody of the name that a change-log row gives has touched that version.',
	why: 'The author in the log is typed by hand. Names in commits are claims as well, but two claims that differ need a word.',
	remedy: 'Name who wrote it, or add the address they commit with to the people register.',
	points: 'At the author of the row.',
	clauses: ['cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-02-03\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Ann Smith\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
		good: '# commit: 2026-01-20\ntitle: Check of invoices\n# commit: 2026-02-03\nversion: "1.1"\nchange_log:\n  - version: "1.1"\n    date: 2026-02-03\n    author: Jane Doe\n    what: Raised the threshold\n    why: The auditors asked for it\n  - version: "1.0"\n    date: 2026-01-20\n    author: Jane Doe\n    what: First version\n    why: New process\n',
	},
	*check(subject) {
		const { cutOff } = subject.history;
		if (cutOff !== null) {
			// The first commit that is here seems to have written all that it shows.
			yield { notEvaluated: cutOff };
			return;
		}
		for (const { past, here, claims } of claimsJudged(subject)) {
			for (const { index, version, author } of claims) {
				if (author.length === 0) continue;
				const entries = past.trail.entries.filter(({ after }) =>
					after.some((state) => state.version !== undefined && normal(state.version) === normal(version)),
				);
				// What stands only here has no commit yet.
				if (entries.length === 0) continue;
				const touched = entries.flatMap(({ commit }) => [commit.author, commit.committer]);
				const claimed = author.map((one) => namesOfAuthor(one, subject.library.registers));
				const isOne = touched.some(({ name, email }) =>
					claimed.some(
						(names) =>
							typeof names !== 'string' && (names.has(name.toLowerCase()) || names.has(email.toLowerCase())),
					),
				);
				if (isOne || claimed.includes('role')) continue;
				if (claimed.includes('unknown')) {
					yield { notEvaluated: 'change-log authors that the people register does not know' };
					continue;
				}
				const others = [...new Set(touched.map(({ name }) => name))].join(', ');
				yield {
					file: here.file,
					place: { path: ['change_log', index, 'author'] },
					message: `The row names ${author.join(', ')}; the commits with version ${version} are of ${others}`,
				};
			}
		}
	},
};
