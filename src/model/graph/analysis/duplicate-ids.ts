import type { Path } from '../../../diagnostics/path.ts';
import { endOutcome } from '../end-reference.ts';
import type { GraphNode } from '../graph-node.ts';
import type { LookupTable, ProcedureGraph } from '../procedure-graph.ts';

/** An id that two share, or that belongs to the end. */
export interface DuplicateId {
	readonly id: string;
	/** The second (third …) of that id, or the one called `end`. */
	readonly path: Path;
	/** Row of the first that has the id; null where it is reserved for the end. */
	readonly first: Path | null;
}

/** Steps, decisions (lookup tables too) and exceptions share one namespace; `end` and `end WORD` are taken. */
export function duplicateIds(graph: ProcedureGraph): readonly DuplicateId[] {
	const seen = new Map<string, Path>();
	const found: DuplicateId[] = [];
	const look = ({ id, path }: GraphNode | LookupTable) => {
		if (id === null) return;
		const first = seen.get(id);
		const reserved = endOutcome(id) !== undefined;
		if (reserved || first !== undefined)
			found.push({ id, path: [...path, 'id'], first: reserved ? null : (first ?? null) });
		else seen.set(id, path);
	};
	for (const node of graph.nodes) if (node.kind === 'step' || node.kind === 'decision') look(node);
	for (const lookup of graph.lookups) look(lookup);
	for (const node of graph.nodes) if (node.kind === 'exception') look(node);
	return found;
}
