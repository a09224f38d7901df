import { own } from '../../model/diff/plain-object.ts';
import { AnyValue } from './any-value.tsx';
import { Approval, ChangeLog } from './approval.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { Fields } from './fields.tsx';
import { evidenceFields, inputFields, itemFields, scheduleFields, tieFields } from './known-fields.ts';
import { PartList } from './part-list.tsx';
import { RowsTable } from './rows-table.tsx';
import { SectionContent } from './section-content.tsx';
import { WaysOut } from './ways-out.tsx';

interface ChecklistProps {
	readonly document: unknown;
	readonly places: DocumentPlaces;
}

/** A checklist below its header: schedule, items, exceptions, and how the document itself is controlled. */
export function ChecklistBody({ document, places }: ChecklistProps) {
	const schedule = own(document, 'schedule');
	return (
		<>
			<h2>Schedule</h2>
			{schedule === undefined ? (
				<p class="none">Not written.</p>
			) : (
				<Fields of={schedule} fields={scheduleFields} places={places} />
			)}
			<h2>Items</h2>
			<SectionContent of={own(document, 'items')}>
				{(items) => (
					<PartList
						parts={items}
						sentence="do"
						fields={itemFields}
						told={['values', 'ties', 'evidence']}
						places={places}
						ordered
						more={(item) => <ItemProof item={item} places={places} />}
					/>
				)}
			</SectionContent>
			<h2>Exceptions</h2>
			<SectionContent of={own(document, 'exceptions')}>
				{(ways) => <WaysOut ways={ways} places={places} />}
			</SectionContent>
			<h2>Change log</h2>
			<ChangeLog of={own(document, 'change_log')} places={places} />
			<h2>Approval</h2>
			<Approval of={own(document, 'approval')} places={places} />
		</>
	);
}

const proofs = [
	['values', 'To be written down', inputFields],
	['ties', 'Must tie', tieFields],
	['evidence', 'To be kept', evidenceFields],
] as const;

/** What an item asks to be written down, to tie, and to be kept. */
function ItemProof({ item, places }: { readonly item: unknown; readonly places: DocumentPlaces }) {
	return proofs.map(([key, caption, fields]) => {
		const content = own(item, key);
		if (content === undefined) return null;
		return Array.isArray(content) && content.length > 0 ? (
			<RowsTable
				key={key}
				caption={caption}
				of={own(item, 'id')}
				// Evidence may be named without anything else.
				rows={content.map((one: unknown) => (typeof one === 'string' ? { name: one } : one))}
				fields={fields}
				places={places}
			/>
		) : (
			<div key={key}>
				{caption}: <AnyValue value={content} />
			</div>
		);
	});
}
