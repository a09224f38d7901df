import { stronglyConnected } from './graph/strongly-connected.ts';

/**
 * One ring of each knot of a directed graph whose vertices are 0 to n-1 (`successors[v]` lists where the edges of v
 * lead): a shortest way back to the first of its vertices that is `preferred`, else to the lowest. The first vertex
 * is not repeated at the end; a vertex that leads to itself is a ring of one. Time in proportion to vertices and edges.
 */
export function ringsOf(
	successors: readonly (readonly number[])[],
	preferred: (vertex: number) => boolean = () => true,
): readonly (readonly number[])[] {
	const component = new Int32Array(successors.length);
	const knots = stronglyConnected(successors);
	for (const [index, members] of knots.entries()) for (const member of members) component[member] = index;
	return knots
		.flatMap((members) => {
			const sorted = [...members].sort((a, b) => a - b);
			const start = sorted.find(preferred) ?? sorted[0];
			return start === undefined ? [] : [shortestWayBack(successors, component, start)];
		})
		.filter((ring) => ring.length > 0)
		.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** Breadth first, within the knot of the start; empty where nothing leads back to it. */
function shortestWayBack(
	successors: readonly (readonly number[])[],
	component: Int32Array,
	start: number,
): readonly number[] {
	const cameFrom = new Map<number, number>();
	const queue = [start];
	for (const vertex of queue) {
		for (const next of successors[vertex] ?? []) {
			if (next === start) return wayTo(vertex, start, cameFrom);
			if (component[next] !== component[start] || cameFrom.has(next)) continue;
			cameFrom.set(next, vertex);
			queue.push(next);
		}
	}
	return [];
}

function wayTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
	const way = [end];
	for (let here = end; here !== start; ) {
		here = cameFrom.get(here) ?? start;
		way.push(here);
	}
	return way.reverse();
}
