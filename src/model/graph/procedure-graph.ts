import type { Path } from '../../diagnostics/path.ts';
import type { Decision, Sop } from '../documents.generated.ts';
import { collectNodes } from './collect-nodes.ts';
import { addDecisionEdges } from './decision-edges.ts';
import { addEscalationEdges, addExceptionEdges } from './exception-edges.ts';
import type { GraphDraft } from './graph-draft.ts';
import type { GraphEdge } from './graph-edge.ts';
import type { EndNode, GraphNode, StepNode } from './graph-node.ts';
import { checkOtherReferences } from './other-references.ts';
import { addOwnWays } from './own-ways.ts';
import { addCalls, addTimeouts, type Call, type Join, readJoins } from './step-edges.ts';
import { hasTrigger } from './triggers.ts';
import type { Unresolved } from './unresolved.ts';

/** A way in: the first step, and each step with a trigger. */
export interface Entry {
	readonly node: StepNode;
	/** Where its trigger is written; null for a first step without one. */
	readonly trigger: Path | null;
}

/** A decision that is no node: answered as soon as its inputs are given. */
export interface LookupTable {
	readonly id: string | null;
	readonly path: Path;
	readonly source: Decision;
}

/** The procedure of an SOP as a graph. Plain data that nobody changes; nodes and edges are found by identity or `index`. */
export interface ProcedureGraph {
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
	/** Edges by the index of the node they leave; the usual way stands before timeouts and exceptions. */
	readonly outgoing: readonly (readonly GraphEdge[])[];
	/** Edges by the index of the node they lead to. */
	readonly incoming: readonly (readonly GraphEdge[])[];
	/** Steps, decisions and exceptions by id; of several that share one, the first. */
	readonly byId: ReadonlyMap<string, GraphNode>;
	readonly entries: readonly Entry[];
	readonly ends: readonly EndNode[];
	readonly joins: readonly Join[];
	readonly calls: readonly Call[];
	readonly lookups: readonly LookupTable[];
	readonly unresolved: readonly Unresolved[];
}

function edgeLists(draft: GraphDraft): Pick<ProcedureGraph, 'outgoing' | 'incoming'> {
	const outgoing: GraphEdge[][] = draft.nodes.map(() => []);
	const incoming: GraphEdge[][] = draft.nodes.map(() => []);
	for (const edge of draft.edges) {
		outgoing[edge.from.index]?.push(edge);
		incoming[edge.to.index]?.push(edge);
	}
	return { outgoing, incoming };
}

/**
 * The graph of a procedure, by format.md sections 7, 8, 10, 11 and "Also in a procedure". A broken document gives
 * the graph of what is there; what names nothing stands in `unresolved`. Takes time in proportion to the document.
 */
export function buildProcedureGraph(sop: Sop): ProcedureGraph {
	const draft = collectNodes(sop);
	addDecisionEdges(draft);
	addOwnWays(draft);
	addTimeouts(draft);
	const joins = readJoins(draft);
	const calls = addCalls(draft);
	addExceptionEdges(draft);
	addEscalationEdges(draft);
	checkOtherReferences(draft, sop);
	const entries = draft.steps.flatMap((node, position): Entry[] => {
		if (hasTrigger(node)) return [{ node, trigger: [...node.path, 'trigger'] }];
		return position === 0 ? [{ node, trigger: null }] : [];
	});
	const { nodes, edges, byId, lookups, unresolved } = draft;
	const ends = [...draft.ends.values()];
	return { nodes, edges, ...edgeLists(draft), byId, entries, ends, joins, calls, lookups, unresolved };
}
