import type { Problem } from '../../../diagnostics/problem.ts';
import { compareVersions, versionText } from '../../../model/version-number.ts';
import { exampleChangeLog, versionRows } from '../../change-log-rows.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

/**
 * Compares the header with the row of the highest number, wherever it stands.
 *
 * The fix raises the header to a row that is ahead of it: the author wrote number, day and reason of the new version
 * and forgot the header. It never goes the other way. To lower the header would give changed text the number of a
 * version that may already be approved, and to write the missing row would invent its reason.
 */
export const versionMismatch: FileRule = {
	name: 'change-log/version-mismatch',
	severity: 'error',
	summary: 'The version of the document is not the newest in its change log.',
	why: 'Either a change was made that nobody explained, or the document still carries the number of its old text.',
	remedy: 'Write the row that is missing, or set `version` to that of the newest row.',
	points: 'At the version of the header.',
	clauses: ['iso-13485 4.2.4 c', 'cfr-11 11.10(e)'],
	fix: { safety: 'safe', summary: 'Raises `version` to the newest row of the change log; never lowers it.' },
	silenceable: false,
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleChangeLog(['1.1', '2026-02-03'], ['1.0', '2026-01-20']),
		good: `version: "1.1"\n${exampleChangeLog(['1.1', '2026-02-03'], ['1.0', '2026-01-20'])}`,
	},
	*check({ document }): Generator<Problem> {
		const header = versionText(document?.version);
		const [first, ...others] = versionRows(document);
		if (header === undefined || first === undefined) return;
		const newest = others.reduce(
			(highest, row) => ((compareVersions(row.version, highest.version) ?? 0) > 0 ? row : highest),
			first,
		).version;
		const compared = compareVersions(header, newest);
		if (compared === undefined || compared === 0) return;
		const place = { path: ['version'] };
		const message = `The document is version ${header}, the newest row of its change log ${newest}`;
		if (compared > 0) {
			yield {
				place,
				message,
				help: `Write a row for version ${header} with \`date\`, \`author\`, \`what\` and \`why\`.`,
			};
			return;
		}
		yield {
			place,
			message,
			help: `Write \`version: "${newest}"\` at the top, in quotes.`,
			fix: { safety: 'safe', edits: (source) => [{ ...source.rangeOf(place), text: `"${newest}"` }] },
		};
	},
};
