import { leadsOn } from '../graph-edge.ts';
import type { GraphNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { stronglyConnected } from '../strongly-connected.ts';
import { nodesWithBrokenWayOut } from './broken-ways.ts';
import { deadEnds } from './dead-ends.ts';

/** A loop that nothing leaves. */
export interface EndlessLoop {
	/** All of it, in the order of the document. */
	readonly nodes: readonly GraphNode[];
}

/**
 * Loops that nothing leaves, one entry each. One that leads into another leaves itself, so only the last is reported;
 * none where a way out is written but names nothing, or a branch leads nowhere: that is the defect then.
 */
export function endlessLoops(graph: ProcedureGraph): readonly EndlessLoop[] {
	// An escalation that only comes back to its step is no way out.
	const comesBack = (node: GraphNode) =>
		node.kind === 'escalation' && !graph.outgoing[node.index]?.some(leadsOn);
	const successors = graph.outgoing.map((edges) =>
		edges.filter((edge) => leadsOn(edge) && !comesBack(edge.to)).map((edge) => edge.to.index),
	);
	const components = stronglyConnected(successors);
	const endless: EndlessLoop[] = [];
	for (const component of components) {
		const members = new Set(component);
		const targets = component.flatMap((index) => successors[index] ?? []);
		if (targets.length === 0 || !targets.every((target) => members.has(target))) continue;
		const nodes = [...component].sort((a, b) => a - b).map((index) => graph.nodes[index]);
		endless.push({ nodes: nodes.filter((node) => node !== undefined) });
	}
	if (endless.length === 0) return endless;
	const explained = new Set<GraphNode>(nodesWithBrokenWayOut(graph));
	for (const { node } of deadEnds(graph)) explained.add(node);
	return endless
		.filter((loop) => !loop.nodes.some((node) => explained.has(node)))
		.sort((a, b) => (a.nodes[0]?.index ?? 0) - (b.nodes[0]?.index ?? 0));
}
