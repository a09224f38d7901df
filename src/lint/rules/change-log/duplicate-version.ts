import { compareVersions } from '../../../model/version-number.ts';
import { exampleChangeLog, type VersionRow, versionRows } from '../../change-log-rows.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const duplicateVersion: FileRule = {
	name: 'change-log/duplicate-version',
	severity: 'error',
	summary: 'One version has two rows in the change log. 2.1 and 2.1.0 are one number.',
	why: 'A version is one text with one reason. With two rows nobody can tell which change was approved.',
	remedy: 'Give the later change a number of its own, or make one row of the two.',
	points: 'At the second version.',
	clauses: ['iso-13485 4.2.4 c'],
	silenceable: false,
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleChangeLog(['1.0', '2026-01-20'], ['1.0', '2025-11-03']),
		good: exampleChangeLog(['1.0', '2026-01-20'], ['0.9', '2025-11-03']),
	},
	*check({ document }) {
		const sorted = [...versionRows(document)].sort(
			(a, b) => (compareVersions(a.version, b.version) ?? 0) || a.index - b.index,
		);
		let first: VersionRow | undefined;
		for (const row of sorted) {
			if (first === undefined || compareVersions(first.version, row.version) !== 0) {
				first = row;
				continue;
			}
			yield {
				place: { path: ['change_log', row.index, 'version'] },
				message:
					first.version === row.version
						? `Version ${row.version} has a row already`
						: `Version ${row.version} is the same number as ${first.version}, which has a row already`,
			};
		}
	},
};
