import type { Path } from '../../../diagnostics/path.ts';
import type { DecisionNode, GraphNode, StepNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { references } from '../references.ts';

/** A step of which it cannot be told where it goes. */
export type AmbiguousNext =
	| {
			readonly reason: 'decision';
			readonly step: StepNode;
			/** Its `next`. */
			readonly path: Path;
			/** The decision taken after it. */
			readonly decision: DecisionNode;
	  }
	| {
			readonly reason: 'fork';
			readonly step: StepNode;
			/** Its row: `next` is missing. */
			readonly path: Path;
			/** What starts it together with others. */
			readonly startedBy: GraphNode;
			/** Where it would fall: the step below or the end. */
			readonly into: GraphNode;
			/** Whether that is one of those started with it. */
			readonly intoSibling: boolean;
	  };

/**
 * Steps with `next` beside a decision `after` them, and steps started in a fork that neither say `next` nor have a
 * decision after them, so that they would fall to the step below.
 */
export function ambiguousNexts(graph: ProcedureGraph): readonly AmbiguousNext[] {
	const found: AmbiguousNext[] = [];
	for (const node of graph.nodes) {
		if (node.kind !== 'step') continue;
		const edges = graph.outgoing[node.index] ?? [];
		const decision = edges.find((edge) => edge.kind === 'after')?.to;
		if (decision?.kind === 'decision' && references(node.source.next, []).length > 0) {
			found.push({ reason: 'decision', step: node, path: [...node.path, 'next'], decision });
		}
		const down = edges.find((edge) => edge.kind === 'down');
		const started = graph.incoming[node.index]?.find((edge) => edge.fork !== null);
		if (down === undefined || started === undefined) continue;
		const siblings = graph.outgoing[started.from.index]?.filter((edge) => edge.fork === started.fork) ?? [];
		const intoSibling = siblings.some((edge) => edge.to === down.to);
		found.push({
			reason: 'fork',
			step: node,
			path: node.path,
			startedBy: started.from,
			into: down.to,
			intoSibling,
		});
	}
	return found;
}
