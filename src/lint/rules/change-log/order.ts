import { compareVersions } from '../../../model/version-number.ts';
import { exampleChangeLog, versionRows } from '../../change-log-rows.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const order: FileRule = {
	name: 'change-log/order',
	severity: 'error',
	summary:
		'The change log is not in order, newest first, by version and by date. Versions compare by number: 1.10 follows 1.9.',
	why: 'Readers take the first row for what changed last. Versions and dates that run against each other leave open which text was in force when.',
	remedy: 'Put the newest version on top, and mend the date that does not fit.',
	points: 'At the version or the date that stands out of order.',
	clauses: ['iso-13485 4.2.4 c', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleChangeLog(['0.9', '2025-11-03'], ['1.0', '2026-01-20']),
		good: exampleChangeLog(['1.0', '2026-01-20'], ['0.9', '2025-11-03']),
	},
	*check({ document }) {
		const log = versionRows(document);
		const pairs = log.slice(1).flatMap((below, at) => {
			const above = log[at];
			// The same number twice is change-log/duplicate-version.
			const compared = above && compareVersions(above.version, below.version);
			return above && compared ? [{ above, below, compared }] : [];
		});
		const first = pairs[0];
		if (pairs.length > 1 && first && pairs.every(({ compared }) => compared < 0)) {
			yield {
				place: { path: ['change_log', first.above.index, 'version'] },
				message: `The change log begins with its oldest version, ${first.above.version}`,
				help: 'Turn it round: the newest version stands on top.',
			};
			return;
		}
		for (const { above, below, compared } of pairs) {
			if (compared < 0) {
				yield {
					place: { path: ['change_log', below.index, 'version'] },
					message: `Version ${below.version} stands below ${above.version}, which is older`,
				};
			} else if (above.date !== undefined && below.date !== undefined && above.date < below.date) {
				yield {
					place: { path: ['change_log', above.index, 'date'] },
					message: `Version ${above.version} is dated ${above.date}, before version ${below.version} of ${below.date}`,
				};
			}
		}
	},
};
