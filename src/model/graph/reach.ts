import type { GraphEdge } from './graph-edge.ts';
import type { GraphNode } from './graph-node.ts';
import type { ProcedureGraph } from './procedure-graph.ts';

/** By node index, whether some way over the edges that `may` be used leads there from one of `starts` (they included). */
export function reachableFrom(
	graph: ProcedureGraph,
	starts: Iterable<GraphNode>,
	may: (edge: GraphEdge) => boolean,
): readonly boolean[] {
	const reached: boolean[] = new Array(graph.nodes.length).fill(false);
	const open: GraphNode[] = [];
	const visit = (node: GraphNode) => {
		if (reached[node.index] === true) return;
		reached[node.index] = true;
		open.push(node);
	};
	for (const start of starts) visit(start);
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		for (const edge of graph.outgoing[node.index] ?? []) if (may(edge)) visit(edge.to);
	}
	return reached;
}
