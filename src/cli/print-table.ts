import { csvText } from '../report/csv.ts';
import { inertText } from '../report/inert-text.ts';
import { jsonText } from '../report/json-text.ts';
import { tableText } from '../report/table.ts';
import type { CommandContext } from './command-context.ts';

type Cell = string | number | boolean | null;

/** Rows of one shape, for people and machines. */
export interface PrintedTable {
	/** The columns that people see, in order; JSON has all keys of the rows. */
	readonly columns: readonly {
		readonly key: string;
		readonly title: string;
		readonly align?: 'left' | 'right';
	}[];
	/** The key under which JSON lists the rows. */
	readonly name: string;
	readonly rows: readonly Readonly<Record<string, unknown>>[];
	/** More keys at the top of the JSON. */
	readonly head?: Readonly<Record<string, unknown>>;
	/** What people read where there is no row. */
	readonly none?: string;
}

/** Prints rows as `--format` asks: a table, JSON with a format number, or CSV. */
export async function printTable(context: CommandContext, table: PrintedTable): Promise<void> {
	const titles = table.columns.map(({ title }) => title);
	const cells = table.rows.map((row) => table.columns.map(({ key }) => cellOf(row[key])));
	switch (context.text('format')) {
		case 'json':
			context.print(jsonText({ format: 1, ...table.head, [table.name]: table.rows }));
			return;
		case 'csv':
			context.print(csvText(titles, cells));
			return;
		default: {
			if (cells.length === 0) {
				context.print(`${inertText(table.none ?? 'Nothing.')}\n`);
				return;
			}
			const { columns } = table;
			const texts = cells.map((row) => row.map((cell) => (cell === null ? '' : inertText(String(cell)))));
			context.print(await tableText(columns, texts, { width: context.width, color: context.colorLevel > 0 }));
		}
	}
}

function cellOf(value: unknown): Cell {
	if (value === undefined || value === null) return null;
	if (Array.isArray(value)) return value.map(String).join(', ');
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? value
		: JSON.stringify(value);
}
