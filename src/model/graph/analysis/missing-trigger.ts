import type { Path } from '../../../diagnostics/path.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';

/** The first step where no step says what starts it; undefined where one does, or where there are no steps. */
export function missingTrigger(graph: ProcedureGraph): Path | undefined {
	if (graph.entries.some((entry) => entry.trigger !== null)) return undefined;
	return graph.entries[0]?.node.path;
}
