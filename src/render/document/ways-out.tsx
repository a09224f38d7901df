import { own } from '../../model/diff/plain-object.ts';
import { AnyValue } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { levelFields, wayOutFields } from './known-fields.ts';
import { PartList } from './part-list.tsx';
import { RowsTable } from './rows-table.tsx';

interface WaysOutProps {
	readonly ways: readonly unknown[];
	readonly places: DocumentPlaces;
}

/** Sections 10 and 11: escalations, with who is told one after another, and exceptions, with who allows them. */
export function WaysOut({ ways, places }: WaysOutProps) {
	return (
		<PartList
			parts={ways}
			sentence="when"
			fields={wayOutFields}
			told={['to']}
			places={places}
			more={(way) => {
				const to = own(way, 'to');
				if (to === undefined) return null;
				return Array.isArray(to) && to.length > 0 ? (
					<RowsTable
						caption="Who is told"
						of={own(way, 'id')}
						rows={to}
						fields={levelFields}
						places={places}
					/>
				) : (
					<AnyValue value={to} />
				);
			}}
		/>
	);
}
