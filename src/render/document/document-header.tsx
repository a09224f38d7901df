import type { Classification } from '../../model/classification.ts';
import { own } from '../../model/diff/plain-object.ts';
import { AnyValue } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { Fields } from './fields.tsx';
import { automationFields, headerFields, satisfactionFields } from './known-fields.ts';
import { RowsTable } from './rows-table.tsx';

interface DocumentHeaderProps {
	readonly document: unknown;
	readonly kind: 'sop' | 'checklist';
	readonly version: string;
	readonly digest: string | null;
	readonly file: string;
	readonly classification: Classification | null;
	readonly places: DocumentPlaces;
}

/** Keys of the header and of what stands beside the sections: shown by it. */
export const headerKeys: readonly string[] = ['satisfies', 'automation', ...headerFields.map(([key]) => key)];

/** What stands above the first section: version, digest, class, owner and what else the header says. */
export function DocumentHeader({
	document,
	kind,
	version,
	digest,
	file,
	classification,
	places,
}: DocumentHeaderProps) {
	const satisfies = own(document, 'satisfies');
	const automation = own(document, 'automation');
	const facts: readonly (readonly [string, string | null])[] = [
		['Kind', kind === 'sop' ? 'SOP' : 'checklist'],
		['Version', version],
		['Digest', digest ?? 'none: the text cannot be read as one value'],
		['File', file],
		['Classification', classification],
	];
	return (
		<section aria-label="Header of the document">
			<dl class="fields">
				{facts.map(([label, value]) =>
					value === null ? null : (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					),
				)}
			</dl>
			<Fields
				of={Object.fromEntries(headerFields.flatMap(([key]) => entryOf(document, key)))}
				fields={headerFields}
				places={places}
			/>
			{satisfies === undefined ? null : Array.isArray(satisfies) && satisfies.length > 0 ? (
				<RowsTable caption="Satisfies" rows={satisfies} fields={satisfactionFields} places={places} />
			) : (
				<div>
					Satisfies: <AnyValue value={satisfies} />
				</div>
			)}
			{automation === undefined ? null : (
				<div>
					<p>Automation:</p>
					<Fields of={automation} fields={automationFields} places={places} />
				</div>
			)}
		</section>
	);
}

function entryOf(document: unknown, key: string): (readonly [string, unknown])[] {
	const value = own(document, key);
	return value === undefined ? [] : [[key, value]];
}
