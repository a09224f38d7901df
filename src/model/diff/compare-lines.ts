import { several } from '../several.ts';
import type { DocumentChange } from './document-change.ts';
import type { Field } from './field.ts';
import { matchRows } from './match-rows.ts';
import { movedPlaces } from './moved-places.ts';
import { beginning, type Place } from './place.ts';
import type { RowEvent } from './row-kind.ts';
import { isRelevant } from './row-kind.ts';
import { contentKey } from './same-content.ts';
import { shownWords } from './shown-words.ts';
import { valueWords } from './value-words.ts';

/** What is said of the lines of a list of texts. */
export interface LineKind {
	/** What the list is called in a sentence. */
	readonly label: string;
	readonly added: RowEvent;
	readonly removed: RowEvent;
	/** Whether lines are sentences, which are quoted. */
	readonly prose: boolean;
}

/** Comparison of a list of texts line by line. A line with another text is one that went and one that came. */
export function linesField(kind: LineKind): Field {
	return { label: kind.label, compare: (before, after, place) => compareLines(before, after, place, kind) };
}

function* compareLines(
	before: unknown,
	after: unknown,
	place: Place,
	kind: LineKind,
): Generator<DocumentChange> {
	const [one, other] = [several(before), several(after)];
	const { pairs, removed, added } = matchRows(one, other, [contentKey]);
	for (const index of removed) yield lineChange(one[index], before, index, place, kind, 'before');
	for (const index of added) yield lineChange(other[index], after, index, place, kind, 'after');
	if (movedPlaces(pairs.map((pair) => pair.before)).size === 0) return;
	yield {
		kind: 'order-changed',
		section: place.section,
		path: place.after,
		subject: place.subject,
		before: valueWords(before),
		after: valueWords(after),
		controlRelevant: false,
		words: `${beginning(place, kind.label)}: the lines stand in another order`,
	};
}

function lineChange(
	line: unknown,
	list: unknown,
	index: number,
	place: Place,
	kind: LineKind,
	side: 'before' | 'after',
): DocumentChange {
	const event = side === 'after' ? kind.added : kind.removed;
	const words = valueWords(line);
	return {
		kind: event.kind,
		section: place.section,
		path: Array.isArray(list) ? [...place[side], index] : place[side],
		subject: place.subject,
		[side]: words,
		controlRelevant: isRelevant(event, line),
		words: `${beginning(place, kind.label)} ${side === 'after' ? 'added' : 'removed'}: ${shownWords(words, kind.prose)}`,
	};
}
