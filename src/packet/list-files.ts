import type { Cell, Column, PacketList } from '../audit/packet-list.ts';
import { csvText } from '../report/csv.ts';
import { jsonText } from '../report/json-text.ts';
import { sha256 } from './manifest.ts';

/** A list as its JSON file has it. */
export interface ListValue {
	readonly format: 1;
	readonly name: string;
	readonly title: string;
	/** The columns that tell rows apart. */
	readonly key: readonly string[];
	readonly columns: readonly Pick<Column, 'key' | 'title' | 'about' | 'total'>[];
	readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** The two files of a list: the same rows for spreadsheets and for programs. */
export interface ListFiles {
	readonly csv: string;
	readonly json: string;
}

/** The files of a list. A cell that a row does not have is null. */
export function listFiles({ name, title, key, columns, rows }: PacketList): ListFiles {
	const value: ListValue = {
		format: 1,
		name,
		title,
		key,
		columns: columns.map(({ key, title, about, total }) => ({
			key,
			title,
			about,
			...(total !== undefined && { total }),
		})),
		rows: rows.map(({ cells }) => Object.fromEntries(columns.map(({ key }) => [key, cells[key] ?? null]))),
	};
	return { csv: listCsv(value), json: jsonText(value) };
}

/** The CSV file of a list. */
export function listCsv({ columns, rows }: Pick<ListValue, 'columns' | 'rows'>): string {
	return csvText(
		columns.map(({ title }) => title),
		rows.map((row) => columns.map(({ key }) => csvCell(row[key] ?? null))),
	);
}

/** Where the files of a list lie in a packet. */
export function listPaths(name: string): { readonly csv: string; readonly json: string } {
	return { csv: `data/${name}.csv`, json: `data/${name}.json` };
}

/** What tells a row of a list from the others, as one text. */
export function rowKey(key: readonly string[], row: Readonly<Record<string, Cell>>): string {
	return key.map((column) => cellText(row[column] ?? null)).join(' | ');
}

/**
 * The control totals of a list: `amount: 12` for the sum of a column, `result: holds 3, not evaluated 1` for how often it
 * has each value; with `; ` between columns, and empty where no column has one.
 */
export function controlTotals({ columns, rows }: Pick<ListValue, 'columns' | 'rows'>): string {
	const totals = columns.flatMap(({ key, total }) => {
		const cells = rows.map((row) => row[key] ?? null);
		if (total === 'sum')
			return [`${key}: ${cells.reduce<number>((sum, cell) => sum + (Number(cell) || 0), 0)}`];
		if (total !== 'values' || rows.length === 0) return [];
		const counts = new Map<string, number>();
		for (const cell of cells) {
			const text = cellText(cell) === '' ? '(none)' : cellText(cell);
			counts.set(text, (counts.get(text) ?? 0) + 1);
		}
		const each = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
		return [`${key}: ${each.map(([text, count]) => `${text} ${count}`).join(', ')}`];
	});
	return totals.join('; ');
}

/** What `data/lists.json` says of a list by its files: to be held against them later. */
export function listFigures(list: PacketList, files: ListFiles) {
	const rows = list.rows.map(({ cells }) => cells);
	const [first, last] = [rows[0], rows.at(-1)];
	return {
		rows: rows.length,
		totals: controlTotals({ columns: list.columns, rows }),
		firstKey: first === undefined ? null : rowKey(list.key, first),
		lastKey: last === undefined ? null : rowKey(list.key, last),
		csvSha256: sha256(files.csv),
		jsonSha256: sha256(files.json),
		population: list.population ?? null,
	};
}

function csvCell(cell: Cell): string | number | boolean | null {
	return typeof cell === 'object' && cell !== null ? cell.join(', ') : cell;
}

function cellText(cell: Cell): string {
	return cell === null ? '' : String(csvCell(cell));
}
