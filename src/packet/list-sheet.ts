import type { PacketList } from '../audit/packet-list.ts';
import { listFigures, listFiles, listPaths } from './list-files.ts';
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
	/** Control totals, as `controlTotals` writes them. */
	readonly totals: string;
	readonly firstKey: string | null;
	readonly lastKey: string | null;
	readonly csvSha256: string;
	readonly jsonSha256: string;
	/** How often what it counts happens, where samples can be drawn from it. */
	readonly population: string | null;
	/** How to get at its figures with stock tools: `does: command → gives`. */
	readonly reperform: readonly string[];
}

/** A list as its two files, and its sheet. */
export function listWithSheet(
	list: PacketList,
	section: string,
	command: string,
): { readonly files: readonly PacketFile[]; readonly sheet: ListSheet } {
	const files = listFiles(list);
	const paths = listPaths(list.name);
	return {
		files: [
			{ path: paths.csv, content: files.csv },
			{ path: paths.json, content: files.json },
		],
		sheet: {
			name: list.name,
			section,
			title: list.title,
			source: list.source,
			command,
			...listFigures(list, files),
			reperform: list.reperform.map(({ does, where, command: call, gives }) => {
				const place = where === undefined ? '' : `, ${where}`;
				return `${does}${place}: ${call} → ${gives}`;
			}),
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
				does: 'count the rows of a list in which no cell holds a line break',
				where: 'in the folder of the packet',
				command: 'tail -n +2 data/NAME.csv | wc -l',
				gives: 'the cell rows of its row',
			},
			{
				does: 'hash a list',
				where: 'in the folder of the packet',
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
