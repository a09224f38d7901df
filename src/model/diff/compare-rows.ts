import { compareFields, told } from './compare-fields.ts';
import type { DocumentChange } from './document-change.ts';
import { type MatchedRows, matchRows, type RowPair } from './match-rows.ts';
import { movedPlaces } from './moved-places.ts';
import { beginning, type Place } from './place.ts';
import {
	type Lists,
	moveOf,
	orderChange,
	pathOf,
	renamingOf,
	rowEvent,
	subjectOf,
	titleOf,
} from './row-changes.ts';
import { butName, type RowKind } from './row-kind.ts';
import { contentKey, sameContent } from './same-content.ts';

/** Compares two lists of rows: what came, what went, what stands elsewhere, what is called otherwise, what changed within. */
export function* compareRows(lists: Lists, kind: RowKind): Generator<DocumentChange> {
	const { before, after } = lists;
	const renaming = kind.renamed === undefined ? [] : [butName(kind.renamed)];
	const keys = [contentKey, ...kind.keys.slice(0, 1), ...renaming, ...kind.keys.slice(1)];
	const matched = matchRows(before, after, keys);
	for (const index of matched.removed)
		yield rowEvent(before[index], { ...kind.removed, side: 'before' }, index, lists, kind);
	const moved = movesOf(matched, kind);
	const pairs = new Map(matched.pairs.map((pair) => [pair.after, pair]));
	for (const index of after.keys()) {
		const pair = pairs.get(index);
		if (pair === undefined)
			yield rowEvent(after[index], { ...kind.added, side: 'after' }, index, lists, kind);
		else {
			if (moved.has(pair)) yield* moveOf(pair, lists, kind);
			yield* changesOf(pair, lists, kind);
		}
	}
	if (kind.moved === undefined && movedPlaces(matched.pairs.map((pair) => pair.before)).size > 0)
		yield orderChange(lists, kind);
}

function movesOf(matched: MatchedRows, kind: RowKind): ReadonlySet<RowPair> {
	if (kind.moved === undefined) return new Set();
	const moved = movedPlaces(matched.pairs.map((pair) => pair.before));
	return new Set(matched.pairs.filter((_, place) => moved.has(place)));
}

function* changesOf(pair: RowPair, lists: Lists, kind: RowKind): Generator<DocumentChange> {
	const [before, after] = [lists.before[pair.before], lists.after[pair.after]];
	if (sameContent(before, after)) return;
	const place = placeOf(pair, lists, kind);
	const renaming = renamingOf(before, after, place, lists, kind);
	if (renaming !== undefined) {
		yield renaming;
		return;
	}
	const changes =
		kind.compare === undefined
			? compareFields(before, after, place, kind.fields)
			: kind.compare(before, after, place);
	yield* told(before, after, place, kind.noun, changes);
}

function placeOf(pair: RowPair, lists: Lists, kind: RowKind): Place {
	const row = lists.after[pair.after];
	return {
		...lists.place,
		subject: subjectOf(row, lists.place, kind),
		who: beginning(lists.place, titleOf(row, pair.after, kind)),
		before: pathOf(lists, 'before', pair.before),
		after: pathOf(lists, 'after', pair.after),
	};
}
