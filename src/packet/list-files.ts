import { createHash } from 'node:crypto';
import type { Cell, PacketList } from '../audit/packet-list.ts';
import { csvText } from '../report/csv.ts';
import { jsonText } from '../report/json-text.ts';
import type { PacketFile } from './packet-file.ts';

/** What tells whether a list is complete and unchanged: the sheet that auditors call IPE, information produced by the entity. */
export interface ListSheet {
	readonly name: string;
	readonly section: string;
	readonly title: string;
	readonly source: string;
	/** The call that made it. */
	readonly command: string;
	readonly rows: number;
	/** Control totals: `paths = 12`, `what: added = 3`. */
	readonly totals: readonly string[];
	readonly firstKey: string | null;
	readonly lastKey: string | null;
	readonly csvSha256: string;
	readonly jsonSha256: string;
	/** How often what it counts happens, where samples can be drawn from it. */
	readonly population: string | null;
	/** How to get at its figures with stock tools: `does: command → gives`. */
	readonly reperform: readonly string[];
}

/** The two files of a list, and its sheet. */
export interface ListFiles {
	readonly files: readonly [csv: PacketFile, json: PacketFile];
	readonly sheet: ListSheet;
}

/** Writes a list as CSV and JSON, with its row count, totals, keys and hashes. */
export function listFiles(list: PacketList, section: string, command: string): ListFiles {
	const csv = csvText(
		list.columns.map(({ key }) => key),
		list.rows.map(({ cells }) => list.columns.map(({ key }) => flat(cells[key]))),
	);
	const json = jsonText({
		format: 1,
		name: list.name,
		title: list.title,
		about: list.about,
		columns: list.columns.map(({ key, title, about }) => ({ key, title, about })),
		key: list.key,
		rows: list.rows.map(({ cells }) =>
			Object.fromEntries(list.columns.map(({ key }) => [key, cells[key] ?? null])),
		),
	});
	return {
		files: [
			{ path: `data/${list.name}.csv`, content: csv },
			{ path: `data/${list.name}.json`, content: json },
		],
		sheet: {
			name: list.name,
			section,
			title: list.title,
			source: list.source,
			command,
			rows: list.rows.length,
			totals: totalsOf(list),
			firstKey: keyAt(list, 0),
			lastKey: keyAt(list, list.rows.length - 1),
			csvSha256: sha256(csv),
			jsonSha256: sha256(json),
			population: list.population ?? null,
			reperform: list.reperform.map(({ does, command: call, gives }) => `${does}: ${call} → ${gives}`),
		},
	};
}

/** The sheets of all lists, as a list of its own. */
export function sheetList(sheets: readonly ListSheet[], source: string): PacketList {
	return {
		name: 'lists',
		title: 'Lists of this packet',
		about: 'one list, with what shows that it is complete and unchanged',
		key: ['name'],
		source,
		reperform: [
			{
				does: 'count the rows of a list, in the folder of the packet, where no cell holds a line break',
				command: 'tail -n +2 data/NAME.csv | wc -l',
				gives: 'the cell rows of its row',
			},
			{
				does: 'hash a list, in the folder of the packet',
				command: 'sha256sum data/NAME.csv',
				gives: 'the cell csvSha256 of its row',
			},
		],
		columns: [
			{ key: 'name', title: 'List', about: 'of its files under data/', released: true },
			{ key: 'section', title: 'Section', about: 'that it belongs to', released: true },
			{ key: 'title', title: 'Title', about: 'what it is called', released: true, onlyInFiles: true },
			{ key: 'source', title: 'Source', about: 'what it was made from', released: true },
			{ key: 'command', title: 'Call', about: 'that made it', released: true, onlyInFiles: true },
			{ key: 'rows', title: 'Rows', about: 'how many', released: true },
			{
				key: 'totals',
				title: 'Control totals',
				about: 'sums, and how often each value stands there',
				released: true,
			},
			{ key: 'firstKey', title: 'First key', about: 'of its first row', released: true },
			{ key: 'lastKey', title: 'Last key', about: 'of its last row', released: true },
			{
				key: 'csvSha256',
				title: 'SHA-256 of the CSV',
				about: 'over its bytes',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'jsonSha256',
				title: 'SHA-256 of the JSON',
				about: 'over its bytes',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'population',
				title: 'Population',
				about: 'how often what it counts happens, where samples can be drawn',
				released: true,
			},
			{
				key: 'reperform',
				title: 'Again by hand',
				about: 'with git and other stock tools',
				released: true,
				onlyInFiles: true,
			},
		],
		rows: [...sheets]
			.sort((a, b) => (a.name < b.name ? -1 : 1))
			.map((sheet) => ({ of: [], cells: { ...sheet } })),
	};
}

function totalsOf({ columns, rows }: PacketList): readonly string[] {
	return columns.flatMap(({ key, total }): readonly string[] => {
		if (total === 'sum') {
			const sum = rows.reduce((all, { cells }) => all + (typeof cells[key] === 'number' ? cells[key] : 0), 0);
			return [`${key} = ${sum}`];
		}
		if (total !== 'values') return [];
		const counts = new Map<string, number>();
		for (const { cells } of rows) {
			const value = String(flat(cells[key]) ?? '');
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		return [...counts]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([value, count]) => `${key}: ${value === '' ? 'empty' : value} = ${count}`);
	});
}

function keyAt({ key, rows }: PacketList, at: number): string | null {
	const row = rows[at];
	return row === undefined ? null : key.map((one) => String(flat(row.cells[one]) ?? '')).join(' ');
}

function flat(cell: Cell | undefined): string | number | boolean | null {
	if (cell === undefined || cell === null) return null;
	return typeof cell === 'object' ? cell.join(', ') : cell;
}

/** SHA-256 of a text in UTF-8, or of bytes, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
