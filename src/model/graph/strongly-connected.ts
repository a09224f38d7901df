/**
 * The strongly connected components of a directed graph whose vertices are 0 to n-1: `successors[v]` lists where
 * the edges of v lead. A component stands before those that lead to it (Tarjan 1972, without recursion).
 * Time and space in proportion to vertices and edges.
 */
export function stronglyConnected(
	successors: readonly (readonly number[])[],
): readonly (readonly number[])[] {
	const size = successors.length;
	const unseen = 0;
	const finished = size + 1;
	/** The earliest vertex on the path known to be reached; numbers count discoveries from 1. */
	const earliest = new Int32Array(size);
	const discovered = new Int32Array(size);
	const nextEdge = new Int32Array(size);
	const components: number[][] = [];
	const open: number[] = [];
	let count = 0;
	for (let root = 0; root < size; root++) {
		if (earliest[root] !== unseen) continue;
		const path = [root];
		for (let vertex: number | undefined = root; vertex !== undefined; vertex = path.at(-1)) {
			if (earliest[vertex] === unseen) {
				count++;
				earliest[vertex] = count;
				discovered[vertex] = count;
				open.push(vertex);
			}
			const target = successors[vertex]?.[nextEdge[vertex] ?? 0];
			if (target !== undefined) {
				if (earliest[target] === unseen) path.push(target);
				else {
					earliest[vertex] = Math.min(earliest[vertex] ?? 0, earliest[target] ?? 0);
					nextEdge[vertex] = (nextEdge[vertex] ?? 0) + 1;
				}
				continue;
			}
			path.pop();
			if (earliest[vertex] !== discovered[vertex]) continue;
			const component = open.splice(open.lastIndexOf(vertex));
			for (const member of component) earliest[member] = finished;
			components.push(component);
		}
	}
	return components;
}
