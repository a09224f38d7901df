import type { Path } from '../../../diagnostics/path.ts';
import type { GraphNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';

/** A timeout that leads where its step goes anyway. */
export interface TimeoutWithoutEffect {
	readonly step: GraphNode;
	readonly target: GraphNode;
	/** The `goto` of the timeout. */
	readonly path: Path;
}

/** Timeouts whose `goto` is the only way the step has when it is done. One that starts a whole fork is another way. */
export function timeoutsWithoutEffect(graph: ProcedureGraph): readonly TimeoutWithoutEffect[] {
	const found: TimeoutWithoutEffect[] = [];
	for (const edge of graph.edges) {
		if (edge.kind !== 'timeout') continue;
		const whenDone = (graph.outgoing[edge.from.index] ?? []).filter(
			({ kind }) => kind === 'next' || kind === 'down' || kind === 'after',
		);
		if (whenDone.length === 0 || !whenDone.every((own) => own.to === edge.to)) continue;
		found.push({ step: edge.from, target: edge.to, path: edge.path });
	}
	return found;
}
