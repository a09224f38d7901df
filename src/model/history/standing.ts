import type { PathState, TrailEntry } from './trail.ts';

/** What the mainline had shown of a document up to a position, the oldest first. */
export function shownUpTo(entries: readonly TrailEntry[], upTo: number): readonly TrailEntry[] {
	return entries
		.filter(({ mainline: position }) => position !== null && position <= upTo)
		.sort((a, b) => (a.mainline ?? 0) - (b.mainline ?? 0));
}

/** Where the texts of a document stand after a commit: none where it is gone, two where two files share the id. */
export function standsAfter(
	standing: readonly PathState[],
	{ before, after }: TrailEntry,
): readonly PathState[] {
	const left = new Set(before.map(({ path }) => path));
	return [...standing.filter(({ path }) => !left.has(path)), ...after];
}

/** Where the texts of a document stand on the mainline at a position. */
export function standingAt(entries: readonly TrailEntry[], upTo: number): readonly PathState[] {
	return shownUpTo(entries, upTo).reduce<readonly PathState[]>(standsAfter, []);
}
