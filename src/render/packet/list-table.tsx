import type { Cell, Column, PacketList, Row } from '../../audit/packet-list.ts';
import { NamedLink } from '../page/named-link.tsx';
import type { PageContext } from '../page/packet-page.tsx';
import { isResult, ResultMark } from '../page/result-mark.tsx';
import { ScrollRegion } from '../page/scroll-region.tsx';
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
	return (
		<ScrollRegion label={title}>
			<table>
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
							{shown.map((column, at) =>
								at === 0 && keys.has(column.key) ? (
									<th key={column.key} scope="row" class={cellClass(row.cells[column.key])}>
										<CellText column={column} row={row} context={context} />
									</th>
								) : (
									<td key={column.key} class={cellClass(row.cells[column.key])}>
										<CellText column={column} row={row} context={context} />
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

/** Numbers stand in a column; an id, a day or a moment is never broken at its hyphens. */
function cellClass(cell: Cell | undefined): string | undefined {
	if (typeof cell === 'number') return 'number';
	return typeof cell === 'string' && /^[\w.:@~-]{1,24}$/.test(cell) ? 'unbroken' : undefined;
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

function cellText(cell: Cell): string {
	if (cell === null) return '–';
	if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
	if (typeof cell === 'string' || typeof cell === 'number') return String(cell);
	return cell.length === 0 ? '–' : cell.join(', ');
}
