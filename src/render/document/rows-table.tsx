import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { ScrollRegion } from '../page/scroll-region.tsx';
import { AnyValue, isScalar, KeyTable } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { type Field, otherKeys } from './fields.tsx';

interface RowsTableProps {
	readonly caption: string;
	/** The id of the part that the table belongs to, where others have the same caption. */
	readonly of?: unknown;
	readonly rows: readonly unknown[];
	readonly fields: readonly Field[];
	readonly places: DocumentPlaces;
}

/** Rows of one kind as a table. Columns that no row fills are left out; what no column is made for stands in a last one. */
export function RowsTable({ caption, of, rows, fields, places }: RowsTableProps) {
	const columns = fields.filter(([key]) => rows.some((row) => own(row, key) !== undefined));
	const keys = fields.map(([key]) => key);
	const hasOthers = rows.some((row) => !isPlainObject(row) || otherKeys(row, keys).length > 0);
	return (
		<ScrollRegion label={isScalar(of) ? `${caption}: ${of}` : caption}>
			<table>
				<caption>{caption}</caption>
				<thead>
					<tr>
						{columns.map(([key, label]) => (
							<th key={key} scope="col">
								{label}
							</th>
						))}
						{hasOthers && <th scope="col">Also</th>}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, index) => (
						<tr key={index}>
							{columns.map(([key, , show]) => (
								<td key={key}>{own(row, key) === undefined ? null : show(own(row, key), places)}</td>
							))}
							{hasOthers && (
								<td>
									{isPlainObject(row) ? <KeyTable of={otherKeys(row, keys)} /> : <AnyValue value={row} />}
								</td>
							)}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}
