import type { Path } from '../../diagnostics/path.ts';
import type { GraphNode } from './graph-node.ts';

/**
 * What makes an edge:
 * - `next`, `down`: the own way of a step when it is done, written or the step below;
 * - `pass-over`: its way when its `only_if` does not hold;
 * - `after`: to the decision taken when it is done; `at`: to one that may be taken while it is open;
 * - `branch`: the answer of a decision, by its `goto` or by the decision's `next`;
 * - `stay`: an answer of an `at` decision that leads nowhere, so back to the step it came from;
 * - `timeout`: a step is left because its time is over;
 * - `exception`, `escalation`: to those that stand `at` a node;
 * - `resume`, `goto`: from them; `return`: from an escalation back to the step it came from;
 * - `follows`: a step carries out another one that has a trigger, and comes back.
 */
export type EdgeKind =
	| 'next'
	| 'down'
	| 'pass-over'
	| 'after'
	| 'at'
	| 'branch'
	| 'stay'
	| 'timeout'
	| 'exception'
	| 'escalation'
	| 'resume'
	| 'goto'
	| 'return'
	| 'follows';

export interface GraphEdge {
	/** Place in `ProcedureGraph.edges`. */
	readonly index: number;
	readonly from: GraphNode;
	readonly to: GraphNode;
	readonly kind: EdgeKind;
	/** The value that makes it; the row of `from` where nothing is written (the way down, a way back). */
	readonly path: Path;
	/** Which branch of the decision, which row of the timeout; null for the other kinds. */
	readonly row: number | null;
	/** Edges of one fork share a number: all of them are taken. Null where the edge is one of several ways. */
	readonly fork: number | null;
}

/**
 * Whether the edge brings the procedure on. `stay` and `return` only lead back where one came from, and what
 * a step `follows` comes back too.
 */
export function leadsOn(edge: GraphEdge): boolean {
	return edge.kind !== 'stay' && edge.kind !== 'return' && edge.kind !== 'follows';
}

/** Whether one can come to a node over the edge from somewhere else: as above, or because a step carries it out. */
export function leadsTo(edge: GraphEdge): boolean {
	return leadsOn(edge) || edge.kind === 'follows';
}
