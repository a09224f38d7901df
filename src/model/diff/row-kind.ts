import type { ChangeKind } from './change-kinds.ts';
import type { Fields } from './field.ts';
import type { RowKey } from './match-rows.ts';
import type { Compare } from './place.ts';
import { isPlainObject, own, ownText, without } from './plain-object.ts';
import { contentKey } from './same-content.ts';

/** What the comparison of a list must know of its rows. */
export interface RowKind {
	/** What a row is called in a sentence: `step`. */
	readonly noun: string;
	/** What stands behind the noun: the id, or what else tells the row from others. */
	readonly name: (row: unknown) => string | undefined;
	/** What a change is filed under, where that is another than the name. */
	readonly subject?: (row: unknown) => string | undefined;
	/** What makes two rows one, the surest first. Rows that are the same in all are always one. */
	readonly keys: readonly RowKey[];
	readonly added: RowEvent;
	readonly removed: RowEvent;
	/** Where the order of the rows means something: that a row stands elsewhere among the others. */
	readonly moved?: RowEvent;
	/** Where rows have ids that other parts of the document use. */
	readonly renamed?: RowRenaming;
	/** Words for the keys of a row. */
	readonly fields: Fields;
	/** In place of `fields`, for rows that need more than a look at each key. */
	readonly compare?: Compare;
	/** What a row says, for the sentence that it came or went. */
	readonly summary?: (row: unknown) => string;
}

/** Something that happens to a whole row. */
export interface RowEvent {
	readonly kind: ChangeKind;
	readonly controlRelevant: boolean | ((row: unknown) => boolean);
}

export interface RowRenaming extends RowEvent {
	/** The key that holds the name. */
	readonly key: string;
	/** Keys of which one must be there: a row that says nothing but its name is not taken for another's. */
	readonly telling: readonly string[];
}

export function alwaysRelevant(kind: ChangeKind): RowEvent {
	return { kind, controlRelevant: true };
}

export function neverRelevant(kind: ChangeKind): RowEvent {
	return { kind, controlRelevant: false };
}

/** The text of a key as identity. */
export function textOf(key: string): RowKey {
	return (row) => ownText(row, key);
}

/** The contents of some keys as identity, where at least one is there. */
export function contentOf(...keys: readonly string[]): RowKey {
	return (row) => {
		const parts = keys.map((key) => own(row, key));
		return parts.every((part) => part === undefined) ? undefined : contentKey(parts);
	};
}

/** All but the name as identity: finds the row that has another name now. */
export function butName({ key, telling }: RowRenaming): RowKey {
	return (row) =>
		isPlainObject(row) &&
		ownText(row, key) !== undefined &&
		telling.some((one) => own(row, one) !== undefined)
			? contentKey(without(row, key))
			: undefined;
}

export function isRelevant(event: RowEvent, row: unknown): boolean {
	return typeof event.controlRelevant === 'function' ? event.controlRelevant(row) : event.controlRelevant;
}

/** Whether a row says something under a key. */
export function says(row: unknown, ...keys: readonly string[]): boolean {
	return keys.some((key) => own(row, key) !== undefined);
}
