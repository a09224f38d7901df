import type { GraphNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';

/**
 * Nodes with a way out that names nothing. Where it leads is not known, so nothing that hangs on it is reported:
 * one defect is one finding, and that is the unknown name.
 */
export function nodesWithBrokenWayOut(graph: ProcedureGraph): ReadonlySet<GraphNode> {
	const found = new Set<GraphNode>();
	for (const { node, key } of graph.unresolved) {
		if (node !== null && (key === 'next' || key === 'goto' || key === 'resume')) found.add(node);
	}
	return found;
}

/** The same for ways in: nodes whose `after` or `at` names nothing, and those a mistyped name most likely meant. */
export function nodesWithBrokenWayIn(graph: ProcedureGraph): ReadonlySet<GraphNode> {
	const found = new Set<GraphNode>();
	for (const { node, key, nearest } of graph.unresolved) {
		if (node !== null && (key === 'after' || key === 'at')) found.add(node);
		const meant = nearest === null ? undefined : graph.byId.get(nearest);
		if (meant !== undefined && (key === 'next' || key === 'goto' || key === 'resume')) found.add(meant);
	}
	return found;
}
