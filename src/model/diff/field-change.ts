import { several } from '../several.ts';
import type { DocumentChange } from './document-change.ts';
import type { PlainField } from './field.ts';
import { beginning, type Place } from './place.ts';
import { contentKey, sameContent } from './same-content.ts';
import { shownPair, shownWords } from './shown-words.ts';
import { spellingOnly } from './spelling-only.ts';
import { alikeNumbers, exactWords, looksSame, valueWords } from './value-words.ts';

/** The one change that tells how two values of a key differ. They must differ. */
export function fieldChange(
	before: unknown,
	after: unknown,
	place: Place,
	field: PlainField,
): DocumentChange {
	const written = writtenOtherwise(before, after, field);
	if (written) return notationChange(before, after, place, field.label);
	const [one, other] = wordsOf(before, after, field);
	const spelling = field.prose === true && spellingOnly(before, after);
	const label = spelling ? `${field.label}, in its spelling only,` : field.label;
	return {
		kind: field.kind,
		section: place.section,
		path: after === undefined ? place.before : place.after,
		subject: place.subject,
		...(before === undefined ? {} : { before: one }),
		...(after === undefined ? {} : { after: other }),
		controlRelevant: field.controlRelevant && !spelling,
		words: `${beginning(place, label)}${ending(before, after, field)}`,
	};
}

/** The change that two values are written in another way and mean the same. */
export function notationChange(before: unknown, after: unknown, place: Place, label: string): DocumentChange {
	return {
		kind: 'notation-changed',
		section: place.section,
		path: after === undefined ? place.before : place.after,
		subject: place.subject,
		...(before === undefined ? {} : { before: valueWords(before) }),
		...(after === undefined ? {} : { after: valueWords(after) }),
		controlRelevant: false,
		words: `${beginning(place, label)} written in another way: ${shownExactly(before, after)}`,
	};
}

function writtenOtherwise(before: unknown, after: unknown, field: PlainField): boolean {
	if (field.oneOrSeveral && before !== undefined && after !== undefined && before !== null && after !== null)
		return Array.isArray(before) !== Array.isArray(after) && sameContent(several(before), several(after));
	// What holds anyway was written down, or no longer is.
	if (field.absent === undefined || (before !== undefined && after !== undefined)) return false;
	const written = before ?? after;
	return typeof written !== 'object' && String(written) === field.absent;
}

function wordsOf(before: unknown, after: unknown, field: PlainField): readonly [string, string] {
	if (typeof before === 'number' && typeof after === 'number') return alikeNumbers(before, after);
	// A limit that is not written holds as a number all the same.
	const absent = Number(field.absent ?? Number.NaN);
	if (typeof before === 'number' && after === undefined && !Number.isNaN(absent))
		return alikeNumbers(before, absent);
	if (before === undefined && typeof after === 'number' && !Number.isNaN(absent))
		return alikeNumbers(absent, after);
	const [one, other] = [before ?? field.absent, after ?? field.absent];
	const words = field.words ?? ((value: unknown) => valueWords(value, field.between));
	return [words(one), words(other)];
}

function ending(before: unknown, after: unknown, field: PlainField): string {
	const unit = field.unit === undefined ? '' : shownWords(field.unit);
	const [one, other] = wordsOf(before, after, field);
	if (field.absent === undefined && before === undefined)
		return ` added: ${shownWords(other, field.prose)}${unit && ` (${unit})`}`;
	if (field.absent === undefined && after === undefined)
		return ` removed (was ${shownWords(one, field.prose)}${unit && ` ${unit}`})`;
	return ` ${bothWords(before, after, field)}${unit && ` (${unit})`}`;
}

function bothWords(before: unknown, after: unknown, field: PlainField): string {
	const [one, other] = wordsOf(before, after, field);
	if (looksSame(one, other)) return shownExactly(before, after);
	if (!field.prose || !Array.isArray(before) || !Array.isArray(after))
		return shownPair(one, other, field.prose).join(' → ');
	const { lost, gained } = lessCommon(before, after);
	const [gone, come] = [valueWords(lost, field.between), valueWords(gained, field.between)];
	if (lost.length > 0 && gained.length > 0) return shownPair(gone, come, true).join(' → ');
	if (gained.length > 0) return `gains ${shownWords(come, true)}`;
	return lost.length > 0 ? `loses ${shownWords(gone, true)}` : `in another order: ${shownWords(other, true)}`;
}

/** Of two lists of sentences, those that are not in both. */
function lessCommon(before: readonly unknown[], after: readonly unknown[]) {
	const take = (list: readonly unknown[], other: readonly unknown[]): unknown[] => {
		const left = other.map(contentKey);
		return list.filter((one) => {
			const at = left.indexOf(contentKey(one));
			if (at !== -1) left.splice(at, 1);
			return at === -1;
		});
	};
	return { lost: take(before, after), gained: take(after, before) };
}

/** Two values that look the same, so that their difference shows. JSON has quotes of its own. */
function shownExactly(before: unknown, after: unknown): string {
	const words = [exactWords(before), exactWords(after)] as const;
	return (words.some((one) => one.length > 80) ? shownPair(...words) : words).join(' → ');
}
