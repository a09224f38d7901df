import type { Cell, Column, PacketList, Row } from '../../audit/packet-list.ts';
import { NamedLink } from '../page/named-link.tsx';
import type { PageContext } from '../page/packet-page.tsx';
import { isResult, ResultMark } from '../page/result-mark.tsx';
import { ScrollRegion } from '../page/scroll-region.tsx';
import { hasLongWord, onPaper } from '../page/wide-table.ts';
import { mostRows } from './most-rows.ts';

interface ListTableProps {
	readonly list: PacketList;
	readonly context: PageContext;
}

/** The rows of a list, as many as a page shows, in the columns that are not for files only. */
export function ListTable({ list: { title, about, columns, rows, key }, context }: ListTableProps) {
	const shown = columns.filter(({ onlyInFiles }) => onlyInFiles !== true);
	// The columns that tell rows apart are their headers, as far as they stand at the beginning.
	const keys = new Set(key);
	const paper = onPaper(shown.length);
	return (
		<ScrollRegion label={title}>
			<table class={paper.className}>
				<caption>
					{title}: each row is {about}
				</caption>
				<thead>
					<tr>
						{shown.map((column) => (
							<th key={column.key} scope="col">
								{column.title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.slice(0, mostRows).map((row, index) => (
						<tr key={index}>
							{shown.map((column, at) => {
								const content = <CellText column={column} row={row} context={context} />;
								const kind = cellKind(row.cells[column.key]);
								return at === 0 && keys.has(column.key) ? (
									<th key={column.key} scope="row" class={kind}>
										{content}
									</th>
								) : (
									<td key={column.key} class={kind} data-label={paper.label(column.title)}>
										{content}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

interface CellTextProps {
	readonly column: Column;
	readonly row: Row;
	readonly context: PageContext;
}

function CellText({ column: { key }, row: { cells }, context }: CellTextProps) {
	const cell = cells[key] ?? null;
	if (isResult(cell)) return <ResultMark result={cell} />;
	const text = cellText(cell);
	const { document } = cells;
	const by = key === 'version' && typeof document === 'string' ? `${document}@${text}` : text;
	return <NamedLink name={text} by={by} context={context} />;
}

/** Longer texts may break where the line ends, so that no table is wider than it must. */
const longestShort = 20;
/** Sentences from this length on have room. */
const leastLong = 60;

function cellKind(cell: Cell | undefined): string | undefined {
	if (typeof cell === 'number') return 'number';
	if (typeof cell !== 'string') return undefined;
	if (cell.length <= longestShort) return 'short';
	const kinds = [cell.length > leastLong ? 'long' : '', hasLongWord(cell) ? 'token' : ''].filter(
		(kind) => kind !== '',
	);
	return kinds.length === 0 ? undefined : kinds.join(' ');
}

function cellText(cell: Cell): string {
	if (cell === null) return '–';
	if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
	if (typeof cell === 'string' || typeof cell === 'number') return String(cell);
	return cell.length === 0 ? '–' : cell.join(', ');
}
