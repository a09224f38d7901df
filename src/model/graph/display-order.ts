import { leadsOn } from './graph-edge.ts';
import type { GraphNode } from './graph-node.ts';
import type { ProcedureGraph } from './procedure-graph.ts';

/** Adds what `start` leads to and is not seen yet, each node after all it leads to. */
function finishFrom(graph: ProcedureGraph, start: GraphNode, seen: Uint8Array, finished: GraphNode[]): void {
	if (seen[start.index] === 1) return;
	seen[start.index] = 1;
	// Edges from the last to the first: what finishes last will stand first, and that is the usual way.
	const open = [{ node: start, left: graph.outgoing[start.index]?.length ?? 0 }];
	for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
		if (top.left === 0) {
			finished.push(top.node);
			open.pop();
			continue;
		}
		top.left--;
		const edge = graph.outgoing[top.node.index]?.[top.left];
		if (edge === undefined || !leadsOn(edge) || seen[edge.to.index] === 1) continue;
		seen[edge.to.index] = 1;
		open.push({ node: edge.to, left: graph.outgoing[edge.to.index]?.length ?? 0 });
	}
}

/**
 * All nodes in the order in which to show them: each after those that lead to it, loops aside, beginning with the
 * first way in; last what no way in leads to.
 */
export function displayOrder(graph: ProcedureGraph): readonly GraphNode[] {
	const seen = new Uint8Array(graph.nodes.length);
	const led: GraphNode[] = [];
	for (const entry of [...graph.entries].reverse()) finishFrom(graph, entry.node, seen, led);
	const others: GraphNode[] = [];
	for (const node of [...graph.nodes].reverse()) finishFrom(graph, node, seen, others);
	return [...led.reverse(), ...others.reverse()];
}
