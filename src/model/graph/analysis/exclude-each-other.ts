import { leadsTo } from '../graph-edge.ts';
import type { GraphNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';

/** More are not compared: every pair costs a look at the whole graph. */
const most = 8;

/** What leads to a node by ways that do not pass the join. */
function leadingTo(graph: ProcedureGraph, node: GraphNode, join: GraphNode): ReadonlySet<GraphNode> {
	const found = new Set([node]);
	// The set grows while it is walked.
	for (const reached of found) {
		for (const edge of graph.incoming[reached.index] ?? []) {
			if (leadsTo(edge) && edge.from !== join) found.add(edge.from);
		}
	}
	return found;
}

/** Whether one fork starts both, each by another of its edges. */
function startedTogether(
	graph: ProcedureGraph,
	one: ReadonlySet<GraphNode>,
	other: ReadonlySet<GraphNode>,
): boolean {
	const forks = new Map<number, { readonly one: Set<GraphNode>; readonly other: Set<GraphNode> }>();
	for (const { fork, to } of graph.edges) {
		if (fork === null) continue;
		const targets = forks.get(fork) ?? { one: new Set(), other: new Set() };
		if (one.has(to)) targets.one.add(to);
		if (other.has(to)) targets.other.add(to);
		forks.set(fork, targets);
	}
	return [...forks.values()].some((targets) =>
		[...targets.one].some((target) => targets.other.size > (targets.other.has(target) ? 1 : 0)),
	);
}

/** The first two of the candidates that no way before the join starts both: one leads not to the other, no fork to both. */
export function excludeEachOther(
	graph: ProcedureGraph,
	join: GraphNode,
	candidates: readonly GraphNode[],
): readonly [GraphNode, GraphNode] | null {
	const looked = candidates
		.filter((node) => node !== join)
		.slice(0, most)
		.map((node) => ({ node, before: leadingTo(graph, node, join) }));
	for (const [position, one] of looked.entries()) {
		for (const other of looked.slice(position + 1)) {
			const inSequence = one.before.has(other.node) || other.before.has(one.node);
			if (!inSequence && !startedTogether(graph, one.before, other.before)) return [one.node, other.node];
		}
	}
	return null;
}
