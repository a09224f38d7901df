import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { AnyValue, KeyTable } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import type { Show } from './show-value.tsx';

/** A key that means something, what people call it, and how its value is shown. */
export type Field = readonly [key: string, label: string, show: Show];

interface FieldsProps {
	readonly of: unknown;
	readonly fields: readonly Field[];
	/** Keys that are shown elsewhere. */
	readonly told?: readonly string[];
	readonly places: DocumentPlaces;
}

/** What a part of a document says, key by key; keys that mean nothing to us stand below, as they are written. */
export function Fields({ of: part, fields, told = [], places }: FieldsProps) {
	if (!isPlainObject(part)) return <AnyValue value={part} />;
	const here = fields.filter(([key]) => own(part, key) !== undefined);
	return (
		<>
			{here.length > 0 && (
				<dl class="fields">
					{here.map(([key, label, show]) => (
						<div key={key}>
							<dt>{label}</dt>
							<dd>{show(part[key], places)}</dd>
						</div>
					))}
				</dl>
			)}
			<OtherKeys of={part} told={[...told, ...fields.map(([key]) => key)]} />
		</>
	);
}

/** The keys of a part that nothing else shows. */
export function OtherKeys({ of: part, told }: { readonly of: unknown; readonly told: readonly string[] }) {
	const others = otherKeys(part, told);
	return others.length === 0 ? null : <KeyTable of={others} />;
}

/** The keys of a part but some, with their values. */
export function otherKeys(part: unknown, told: readonly string[]): readonly (readonly [string, unknown])[] {
	return isPlainObject(part) ? Object.entries(part).filter(([key]) => !told.includes(key)) : [];
}
