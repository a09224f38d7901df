import { rows } from '../../../model/several.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const noReason: FileRule = {
	name: 'change-log/no-reason',
	severity: 'error',
	summary: 'A row of the change log does not say what changed, or why.',
	why: 'Auditors ask for the reason of each change. Years later nobody remembers it.',
	remedy: 'Write `what` and `why` in a few words each.',
	points: 'At the row.',
	clauses: ['eu-gmp Annex 11 9', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: rowWith('what: First version'),
		good: rowWith('what: First version', 'why: Invoices were paid twice'),
	},
	*check({ document }) {
		for (const [index, row] of rows(document?.change_log).entries()) {
			const missing = (['what', 'why'] as const).filter((key) => !row[key]?.trim());
			const [first] = missing;
			if (first === undefined) continue;
			const name =
				row.version === undefined
					? `Row ${index + 1} of the change log`
					: `The row of version ${row.version}`;
			const lacks = first === 'what' ? 'does not say what changed' : 'does not say why';
			yield {
				place: { path: ['change_log', index, first] },
				message: `${name} ${missing.length === 2 ? 'says neither what changed nor why' : lacks}`,
				help: `Write ${missing.map((key) => `\`${key}:\``).join(' and ')}.`,
			};
		}
	},
};

function rowWith(...lines: readonly string[]): string {
	return `change_log:
  - version: "1.0"
    date: 2026-01-20
    author: jane.doe
${lines.map((line) => `    ${line}\n`).join('')}`;
}
