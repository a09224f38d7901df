import type { LintReport } from '../diagnostics/lint-report.ts';
import { type TableColumn, type TableRow, tableText, tableWidth } from './table.ts';

const noFunction = '–';

/** Findings by rule (down) and function (across); as two lists where that is too wide. */
export async function countTables(
	report: LintReport,
	options: { readonly width: number; readonly color: boolean },
): Promise<string> {
	const functionOf = new Map(report.files.map((file) => [file.file, file.function ?? noFunction]));
	const found = report.findings.map(({ rule, file }) => ({
		rule,
		function: functionOf.get(file) ?? noFunction,
	}));
	const rules = mostFirst(found.map((each) => each.rule));
	const functions = mostFirst(found.map((each) => each.function));

	const columns: readonly TableColumn[] = [
		{ title: 'Findings by rule' },
		...functions.map(([name]) => ({ title: name, align: 'right' }) as const),
		{ title: 'all', align: 'right' },
	];
	const rows: readonly TableRow[] = rules.map(([rule, all]) => {
		const counts = functions.map(
			([name]) => found.filter((each) => each.rule === rule && each.function === name).length,
		);
		return [rule, ...counts.map((count) => (count === 0 ? '' : count)), all];
	});
	if (tableWidth(columns, rows) <= options.width) return tableText(columns, rows, options);

	const list = (title: string, counts: readonly TableRow[]): Promise<string> =>
		tableText([{ title }, { title: 'all', align: 'right' }], counts, options);
	return `${await list('Findings by rule', rules)}\n${await list('Findings by function', functions)}`;
}

/** Names with how often they stand there, the most frequent first, then by name. */
function mostFirst(names: readonly string[]): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
}
