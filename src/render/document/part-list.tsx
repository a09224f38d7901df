import type { ComponentChildren } from 'preact';
import { isPlainObject, own } from '../../model/diff/plain-object.ts';
import { AnyValue, isScalar } from './any-value.tsx';
import type { DocumentPlaces } from './document-places.ts';
import { type Field, Fields } from './fields.tsx';

interface PartListProps {
	readonly parts: readonly unknown[];
	/** The key of the sentence that says what a part is: `do` of a step, `question` of a decision. */
	readonly sentence: string;
	readonly fields: readonly Field[];
	/** Keys that `more` shows. */
	readonly told?: readonly string[];
	/** What stands below the fields of a part. */
	readonly more?: (part: unknown) => ComponentChildren;
	/** Whether their order counts. */
	readonly ordered?: boolean;
	readonly places: DocumentPlaces;
}

/** The parts of a section, each with its id, its sentence, and what else it says; others link to them by their ids. */
export function PartList({ ordered = false, ...props }: PartListProps) {
	const List = ordered ? 'ol' : 'ul';
	return (
		<List class="parts">
			{props.parts.map((part, index) => (
				<Part key={index} part={part} {...props} />
			))}
		</List>
	);
}

type PartProps = Omit<PartListProps, 'parts' | 'ordered'> & { readonly part: unknown };

function Part({ part, sentence, fields, told = [], more, places }: PartProps) {
	if (!isPlainObject(part))
		return (
			<li>
				<AnyValue value={part} />
			</li>
		);
	const id = own(part, 'id');
	const text = own(part, sentence);
	const shown = [...told, ...(isScalar(id) ? ['id'] : []), ...(text === undefined ? [] : [sentence])];
	return (
		<li id={places.takeAnchor(part)}>
			<div class="sentence">
				{isScalar(id) && <code class="id">{String(id)}</code>}{' '}
				{text === undefined ? null : <AnyValue value={text} />}
			</div>
			<Fields of={part} fields={fields} told={shown} places={places} />
			{more?.(part)}
		</li>
	);
}
