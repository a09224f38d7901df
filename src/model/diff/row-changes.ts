import type { Path } from '../../diagnostics/path.ts';
import type { DocumentChange } from './document-change.ts';
import type { RowPair } from './match-rows.ts';
import { beginning, type Place } from './place.ts';
import { ownText } from './plain-object.ts';
import { butName, isRelevant, type RowEvent, type RowKind } from './row-kind.ts';
import { contentKey } from './same-content.ts';
import { shownWords } from './shown-words.ts';
import { exactWords, looksSame } from './value-words.ts';

/** Both lists, and where they stand. A single row that stands without a list is at the place itself. */
export interface Lists {
	readonly before: readonly unknown[];
	readonly after: readonly unknown[];
	readonly place: Place;
	readonly single?: { readonly before: boolean; readonly after: boolean };
}

/** That a row has another name; undefined where it has not, or where something else of it changed too. */
export function renamingOf(
	before: unknown,
	after: unknown,
	place: Place,
	lists: Lists,
	{ renamed, noun }: RowKind,
): DocumentChange | undefined {
	if (renamed === undefined) return undefined;
	const rest = butName(renamed);
	const [one, other] = [ownText(before, renamed.key), ownText(after, renamed.key)];
	if (one === undefined || other === undefined || one === other || rest(before) !== rest(after))
		return undefined;
	const shown = looksSame(one, other)
		? [exactWords(one), exactWords(other)]
		: [shownWords(one), shownWords(other)];
	return {
		kind: renamed.kind,
		section: place.section,
		path: [...place.after, renamed.key],
		subject: place.subject,
		before: one,
		after: other,
		controlRelevant: isRelevant(renamed, before) || isRelevant(renamed, after),
		words: `${beginning(lists.place, noun)} ${shown.join(' renamed ')}`,
	};
}

/** That a whole row came or went. */
export function rowEvent(
	row: unknown,
	event: RowEvent & { readonly side: 'before' | 'after' },
	index: number,
	lists: Lists,
	kind: RowKind,
): DocumentChange {
	const { place } = lists;
	const summary = kind.summary?.(row) ?? '';
	const came = event.side === 'after';
	const where = came && kind.moved !== undefined ? ` ${positionOf(index, lists.after, kind)}` : '';
	const words = `${beginning(place, titleOf(row, index, kind))} ${came ? 'added' : 'removed'}${where}`;
	return {
		kind: event.kind,
		section: place.section,
		path: pathOf(lists, event.side, index),
		subject: subjectOf(row, place, kind),
		[event.side]: summary === '' ? (kind.name(row) ?? contentKey(row)) : summary,
		controlRelevant: isRelevant(event, row),
		words: summary === '' ? words : `${words}: ${shownWords(summary, true)}`,
	};
}

/** That a row stands elsewhere among the others. */
export function* moveOf(pair: RowPair, lists: Lists, kind: RowKind): Generator<DocumentChange> {
	if (kind.moved === undefined) return;
	const row = lists.after[pair.after];
	const before = positionOf(pair.before, lists.before, kind);
	const after = positionOf(pair.after, lists.after, kind);
	yield {
		kind: kind.moved.kind,
		section: lists.place.section,
		path: pathOf(lists, 'after', pair.after),
		subject: subjectOf(row, lists.place, kind),
		before,
		after,
		controlRelevant: isRelevant(kind.moved, row),
		words: `${beginning(lists.place, titleOf(row, pair.after, kind))} moved: ${after} (was ${before})`,
	};
}

/** That rows stand in another order which means nothing. */
export function orderChange(lists: Lists, kind: RowKind): DocumentChange {
	const { place } = lists;
	const names = (list: readonly unknown[]): string =>
		list.map((row, index) => kind.name(row) ?? `no. ${index + 1}`).join(', ');
	return {
		kind: 'order-changed',
		section: place.section,
		path: place.after,
		subject: place.subject,
		before: names(lists.before),
		after: names(lists.after),
		controlRelevant: false,
		words: `${beginning(place, kind.noun)}: the rows stand in another order`,
	};
}

/** Where a row stands. */
export function pathOf({ place, single }: Lists, side: 'before' | 'after', index: number): Path {
	return single?.[side] ? place[side] : [...place[side], index];
}

/** What a row is called: `step match`, or by its number where it has no name. */
export function titleOf(row: unknown, index: number, kind: RowKind): string {
	const name = kind.name(row);
	return `${kind.noun} ${name === undefined ? `no. ${index + 1}` : shownWords(name, isSentence(name))}`;
}

function positionOf(index: number, list: readonly unknown[], kind: RowKind): string {
	if (index === 0) return 'first';
	return `after ${shownWords(kind.name(list[index - 1]) ?? `no. ${index}`)}`;
}

/** The id or name that a change of a row is filed under: a row within another is filed under that. */
export function subjectOf(row: unknown, place: Place, kind: RowKind): string | null {
	return place.subject ?? (kind.subject ?? kind.name)(row) ?? null;
}

/** Names of a few words read well as they are; a sentence needs quotes to end somewhere. */
function isSentence(name: string): boolean {
	return name.length > 40 && name.includes(' ');
}
