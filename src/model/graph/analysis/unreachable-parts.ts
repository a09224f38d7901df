import { type GraphEdge, leadsTo } from '../graph-edge.ts';
import type { GraphNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { reachableFrom } from '../reach.ts';
import { stronglyConnected } from '../strongly-connected.ts';
import { nodesWithBrokenWayIn } from './broken-ways.ts';

/** A part of the procedure that no way in leads to. */
export interface UnreachablePart {
	/** Where it begins: a way to this node would mend all of it. */
	readonly node: GraphNode;
	/** What hangs on it, itself first. What hangs on several belongs to the first of them. */
	readonly nodes: readonly GraphNode[];
}

/** Nodes that count as reached: ways in, what may happen anywhere, and what another finding is about already. */
function starts(graph: ProcedureGraph): readonly GraphNode[] {
	const anywhere = graph.nodes.filter(
		(node) => node.kind === 'escalation' && graph.incoming[node.index]?.length === 0,
	);
	// A node that shares its id, or is called `end`, cannot be led to by name.
	const misnamed = graph.nodes.filter(
		(node) =>
			node.kind !== 'escalation' &&
			node.kind !== 'end' &&
			node.id !== null &&
			graph.byId.get(node.id) !== node,
	);
	return [
		...graph.entries.map((entry) => entry.node),
		...anywhere,
		...misnamed,
		...nodesWithBrokenWayIn(graph),
	];
}

/** Shares out the nodes: each belongs to the first beginning that leads to it. */
function partsFrom(
	graph: ProcedureGraph,
	cutOff: readonly GraphNode[],
	beginnings: readonly number[],
): readonly UnreachablePart[] {
	const left = new Set(cutOff);
	return beginnings.flatMap((beginning): UnreachablePart[] => {
		const node = cutOff[beginning];
		if (node === undefined || !left.delete(node)) return [];
		const nodes = [node];
		// The list grows while it is walked.
		for (const member of nodes) {
			for (const edge of graph.outgoing[member.index] ?? []) {
				if (leadsTo(edge) && left.delete(edge.to)) nodes.push(edge.to);
			}
		}
		return [{ node, nodes }];
	});
}

/**
 * What no way in leads to; one entry for each beginning, however much hangs on it. An exception is reached from where
 * it stands `at` and from what leads to it. Nothing where there are no steps at all.
 */
export function unreachableParts(graph: ProcedureGraph): readonly UnreachablePart[] {
	if (graph.entries.length === 0) return [];
	const reached = reachableFrom(graph, starts(graph), leadsTo);
	const cutOff = graph.nodes.filter((node) => node.kind !== 'end' && reached[node.index] !== true);
	if (cutOff.length === 0) return [];
	const number = new Map(cutOff.map((node, index) => [node, index]));
	const among = (edges: readonly GraphEdge[] | undefined, side: 'from' | 'to') =>
		(edges ?? []).flatMap((edge) => {
			const other = number.get(edge[side]);
			return other === undefined || !leadsTo(edge) ? [] : [other];
		});
	const components = stronglyConnected(cutOff.map((node) => among(graph.outgoing[node.index], 'to')));
	const componentOf = new Map(
		components.flatMap((members, index) => members.map((member) => [member, index])),
	);
	const beginnings = components.filter((members, index) =>
		members.every((member) =>
			among(graph.incoming[cutOff[member]?.index ?? -1], 'from').every(
				(from) => componentOf.get(from) === index,
			),
		),
	);
	const first = beginnings.map((members) => Math.min(...members)).sort((a, b) => a - b);
	return partsFrom(graph, cutOff, first);
}
