import { several } from '../several.ts';
import { compareFields } from './compare-fields.ts';
import { compareRows } from './compare-rows.ts';
import type { DocumentChange } from './document-change.ts';
import { type Field, relevant } from './field.ts';
import { fieldChange } from './field-change.ts';
import { beginning, named, type Place } from './place.ts';
import { isPlainObject, own, ownText } from './plain-object.ts';
import type { RowKind } from './row-kind.ts';
import { shownWords } from './shown-words.ts';

/** Comparison of a section, or of another list, that is rows or is set aside with a reason. `label` is its name in a sentence. */
export function rowsField(label: string, kind: RowKind): Field {
	return { label, compare: (before, after, place) => compareSection(before, after, place, label, kind) };
}

/** Comparison of what may be one row or a list of rows. */
export function oneOrSeveralRows(label: string, kind: RowKind): Field {
	return {
		label,
		compare: (before, after, place) =>
			compareRows(
				{
					before: several(before),
					after: several(after),
					place,
					single: { before: !Array.isArray(before), after: !Array.isArray(after) },
				},
				kind,
			),
	};
}

function* compareSection(
	before: unknown,
	after: unknown,
	place: Place,
	label: string,
	kind: RowKind,
): Generator<DocumentChange> {
	if (isOdd(before) || isOdd(after)) {
		yield fieldChange(before, after, place, relevant('key-changed', label));
		return;
	}
	if (isPlainObject(before) && isPlainObject(after)) {
		yield* compareFields(before, after, named(place, label), setAside);
		return;
	}
	if (isPlainObject(after)) yield setAsideChange(after, place, label, 'after');
	if (isPlainObject(before)) yield setAsideChange(before, place, label, 'before');
	yield* compareRows({ before: listOf(before), after: listOf(after), place }, kind);
}

const setAside = {
	not_applicable: relevant('set-aside-reason-changed', 'reason why it is set aside', { prose: true }),
};

function setAsideChange(
	section: unknown,
	place: Place,
	label: string,
	side: 'before' | 'after',
): DocumentChange {
	const reason = ownText(section, 'not_applicable') ?? '';
	const words = side === 'after' ? 'set aside' : 'no longer set aside';
	const because = reason === '' ? '' : side === 'after' ? ': ' : ', which was: ';
	return {
		kind: side === 'after' ? 'section-set-aside' : 'section-taken-up',
		section: place.section,
		path: own(section, 'not_applicable') === undefined ? place[side] : [...place[side], 'not_applicable'],
		subject: place.subject,
		[side]: reason,
		controlRelevant: true,
		words: `${beginning(place, label)} ${words}${because}${reason === '' ? '' : shownWords(reason, true)}`,
	};
}

function isOdd(section: unknown): boolean {
	return section !== undefined && section !== null && typeof section !== 'object';
}

function listOf(section: unknown): readonly unknown[] {
	return Array.isArray(section) ? section : [];
}
