import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { AnyValue } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { Fields, OtherKeys } from './fields.tsx';
import { changeLogFields, reviewFields, signatureFields } from './known-fields.ts';
import { RowsTable } from './rows-table.tsx';
import { SectionContent, SetAside } from './section-content.tsx';

interface ControlProps {
	readonly of: unknown;
	readonly places: DocumentPlaces;
}

/** Section 14: every version with its author and its reason. */
export function ChangeLog({ of: log, places }: ControlProps) {
	return (
		<SectionContent of={log}>
			{(rows) => (
				<RowsTable caption="Versions, newest first" rows={rows} fields={changeLogFields} places={places} />
			)}
		</SectionContent>
	);
}

/** Section 15: the lines to be signed, and when the document is reviewed. */
export function Approval({ of: approval, places }: ControlProps) {
	if (!isPlainObject(approval))
		return <SectionContent of={approval}>{() => <AnyValue value={approval} />}</SectionContent>;
	const signatures = own(approval, 'signatures');
	const review = own(approval, 'review');
	return (
		<>
			{Object.hasOwn(approval, 'not_applicable') && (
				<SetAside of={{ not_applicable: approval['not_applicable'] }} />
			)}
			{signatures !== undefined && (
				<SectionContent of={signatures}>
					{(rows) => (
						<RowsTable caption="Lines to be signed" rows={rows} fields={signatureFields} places={places} />
					)}
				</SectionContent>
			)}
			{review !== undefined && <Fields of={review} fields={reviewFields} places={places} />}
			<OtherKeys of={approval} told={['not_applicable', 'signatures', 'review']} />
		</>
	);
}
