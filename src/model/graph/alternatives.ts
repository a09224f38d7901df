import { type GraphEdge, leadsOn } from './graph-edge.ts';
import type { GraphNode } from './graph-node.ts';
import type { ProcedureGraph } from './procedure-graph.ts';

/** The ways on from a node, of which one is taken: single edges, and forks, all of whose edges are taken. */
export function alternatives(graph: ProcedureGraph, node: GraphNode): readonly (readonly GraphEdge[])[] {
	const ways: GraphEdge[][] = [];
	const forks = new Map<number, GraphEdge[]>();
	for (const edge of graph.outgoing[node.index] ?? []) {
		if (!leadsOn(edge)) continue;
		const fork = edge.fork === null ? undefined : forks.get(edge.fork);
		if (fork !== undefined) {
			fork.push(edge);
			continue;
		}
		const way = [edge];
		ways.push(way);
		if (edge.fork !== null) forks.set(edge.fork, way);
	}
	return ways;
}
