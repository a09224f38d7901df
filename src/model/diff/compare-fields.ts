import type { DocumentChange } from './document-change.ts';
import { type Field, type Fields, type PlainField, relevant, wording } from './field.ts';
import { fieldChange, notationChange } from './field-change.ts';
import { type Compare, named, type Place, under } from './place.ts';
import { isPlainObject, own, type PlainObject } from './plain-object.ts';
import { sameContent } from './same-content.ts';

const nothing: PlainObject = {};

/**
 * Compares two mappings key by key: those with words of their own in the order in which the words are given, then the
 * others by name. Nothing counts as an empty mapping.
 */
export function* compareFields(
	before: unknown,
	after: unknown,
	place: Place,
	fields: Fields,
): Generator<DocumentChange> {
	const one = before ?? nothing;
	const other = after ?? nothing;
	if (!isPlainObject(one) || !isPlainObject(other)) {
		if (!sameContent(before, after))
			yield fieldChange(before, after, place, relevant('key-changed', 'content'));
		return;
	}
	for (const key of keysOf(one, other, fields)) {
		const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
		yield* compareField(own(one, key), own(other, key), under(place, key), field ?? unknownField(key));
	}
}

/** Compares one key. */
export function* compareField(
	before: unknown,
	after: unknown,
	place: Place,
	field: Field,
): Generator<DocumentChange> {
	if (sameContent(before, after)) return;
	if ('compare' in field) yield* told(before, after, place, field.label, field.compare(before, after, place));
	else yield fieldChange(before, after, place, field);
}

/** The changes; where there are none although the contents differ, that they are written in another way. */
export function* told(
	before: unknown,
	after: unknown,
	place: Place,
	label: string,
	changes: Iterable<DocumentChange>,
): Generator<DocumentChange> {
	let any = false;
	for (const change of changes) {
		any = true;
		yield change;
	}
	if (!any && !sameContent(before, after)) yield notationChange(before, after, place, label);
}

/** A comparison of a mapping inside another: key by key where both have it, else as one that came or went, in words. */
export function mappingField(field: PlainField, fields: Fields): Field {
	const compare: Compare = (before, after, place) =>
		isPlainObject(before) && isPlainObject(after)
			? compareFields(before, after, named(place, field.label), fields)
			: [fieldChange(before, after, place, field)];
	return { label: field.label, compare };
}

/** Words for a key that the format does not know: a user's own one, or one that must be looked at as nothing is known of it. */
function unknownField(key: string): Field {
	return key.startsWith('x-') ? ownField(key) : relevant('key-changed', `key ${shownKey(key)}`);
}

/** A user's own key, and whatever stands in it. */
function ownField(key: string): Field {
	const label = `key ${shownKey(key)}`;
	const field = wording('own-key-changed', label);
	const compare: Compare = (before, after, place) => {
		if (!isPlainObject(before) || !isPlainObject(after)) return [fieldChange(before, after, place, field)];
		const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
		const fields = Object.fromEntries([...keys].sort().map((inner) => [inner, ownField(inner)]));
		return compareFields(before, after, named(place, label), fields);
	};
	return { label, compare };
}

function shownKey(key: string): string {
	return /^[\w-]{1,60}$/.test(key) ? key : JSON.stringify(key.slice(0, 60));
}

function keysOf(before: PlainObject, after: PlainObject, fields: Fields): readonly string[] {
	const others = new Set([...Object.keys(before), ...Object.keys(after)]);
	for (const key of Object.keys(fields)) others.delete(key);
	return [...Object.keys(fields), ...[...others].sort()];
}
