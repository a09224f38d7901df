import { leadsOn } from '../graph-edge.ts';
import type { EndNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { reachableFrom } from '../reach.ts';

/** The ends that some way in leads to. */
export function reachableEnds(graph: ProcedureGraph): readonly EndNode[] {
	const starts = graph.entries.map((entry) => entry.node);
	const reached = reachableFrom(graph, starts, leadsOn);
	return graph.ends.filter((end) => reached[end.index]);
}
