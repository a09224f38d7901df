import type { GraphEdge } from '../model/graph/graph-edge.ts';

/** Longer ways are shortened in the middle. */
const mostNodes = 6;

/** A way through the procedure as the end of a sentence: ` (by way of enter, within-limit, release)`; empty for none. */
export function wayInWords(way: readonly GraphEdge[] | null): string {
	if (way === null || way.length === 0) return '';
	const names = [...way.map((edge) => edge.from.name), way.at(-1)?.to.name ?? ''];
	const shown = names.length <= mostNodes ? names : [...names.slice(0, 3), '…', ...names.slice(-2)];
	return ` (by way of ${shown.join(', ')})`;
}
