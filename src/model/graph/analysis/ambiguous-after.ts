import type { Path } from '../../../diagnostics/path.ts';
import type { GraphNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';

/** A step after which several decisions are taken, so that nobody knows which. */
export interface AmbiguousAfter {
	readonly node: GraphNode;
	/** In the order of the document, two or more. */
	readonly decisions: readonly GraphNode[];
	/** The `after` of the second. */
	readonly path: Path;
}

/** One entry for each step with more than one decision `after` it. Decisions `at` a step may be many. */
export function ambiguousAfters(graph: ProcedureGraph): readonly AmbiguousAfter[] {
	const found: AmbiguousAfter[] = [];
	for (const node of graph.nodes) {
		const after = (graph.outgoing[node.index] ?? []).filter((edge) => edge.kind === 'after');
		const second = after[1];
		if (second !== undefined)
			found.push({ node, decisions: after.map((edge) => edge.to), path: second.path });
	}
	return found;
}
