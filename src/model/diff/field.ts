import type { ChangeKind } from './change-kinds.ts';
import type { Compare } from './place.ts';

/** How a change of one key is told, by its two values. */
export interface PlainField {
	readonly kind: ChangeKind;
	/** What the key is called in a sentence. */
	readonly label: string;
	readonly controlRelevant: boolean;
	/** A text, or a list of texts, that people wrote as sentences: quoted, and a change of spelling only is not control-relevant. */
	readonly prose?: true;
	/** What stands between several values. A comma where left out. */
	readonly between?: string;
	/** May be written as one value or as a list of it. */
	readonly oneOrSeveral?: true;
	/** What holds where the key is not written. */
	readonly absent?: string;
	/** Unit of the value. */
	readonly unit?: string | undefined;
	/** The value in words, where it is no plain one. */
	readonly words?: (value: unknown) => string;
}

/** A key with a comparison of its own. */
export interface ComparedField {
	readonly label: string;
	readonly compare: Compare;
}

export type Field = PlainField | ComparedField;
export type Fields = Readonly<Record<string, Field>>;

/** Words for every key of a type but its id: a new key in the schema does not compile before it has some. */
export type FieldsOf<Type, Identity extends keyof Type = never> = Readonly<
	Record<Exclude<keyof Type, Identity>, Field>
>;

/** A field whose change is control-relevant. */
export function relevant(kind: ChangeKind, label: string, more: Partial<PlainField> = {}): PlainField {
	return { kind, label, controlRelevant: true, ...more };
}

/** A field whose change is one of words only. */
export function wording(kind: ChangeKind, label: string, more: Partial<PlainField> = {}): PlainField {
	return { kind, label, controlRelevant: false, ...more };
}
