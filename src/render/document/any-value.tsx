import { isPlainObject } from '../../model/diff/plain-object.ts';
import { Prose } from './prose.tsx';

/** A value that can be said in one word. */
export function isScalar(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Any value, whole: what a document holds where nobody knows what it means. */
export function AnyValue({ value }: { readonly value: unknown }) {
	if (value === null || value === undefined) return <span class="none">nothing</span>;
	if (typeof value === 'string')
		return value === '' ? <span class="none">an empty text</span> : <Prose text={value} />;
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (isPlainObject(value)) return <KeyTable of={Object.entries(value)} />;
	if (!Array.isArray(value)) return String(value);
	if (value.length === 0) return <span class="none">none</span>;
	return (
		<ul>
			{value.map((one: unknown, index) => (
				<li key={index}>
					<AnyValue value={one} />
				</li>
			))}
		</ul>
	);
}

/** Keys as they are written, each with its value. */
export function KeyTable({ of: entries }: { readonly of: readonly (readonly [string, unknown])[] }) {
	if (entries.length === 0) return <span class="none">none</span>;
	return (
		<table class="keys">
			<tbody>
				{entries.map(([key, value]) => (
					<tr key={key}>
						<th scope="row">{key}</th>
						<td>
							<AnyValue value={value} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
