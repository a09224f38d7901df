import type { Path } from '../../diagnostics/path.ts';
import type { Decision, Escalation, ExceptionPath, Step } from '../documents.generated.ts';

interface NodeBase {
	/** Place in `ProcedureGraph.nodes`: steps, decisions, exceptions, escalations, ends, each in the order of the document. */
	readonly index: number;
	/** As written; null where the document gives none. For an end, what leads to it: `end`, `end reconciled`. */
	readonly id: string | null;
	/** What a message calls it: the id, or kind and number (`step 3`). */
	readonly name: string;
	/** Its row in the document; for an end, the first place that leads to it. */
	readonly path: Path;
}

export interface StepNode extends NodeBase {
	readonly kind: 'step';
	readonly source: Step;
}

export interface DecisionNode extends NodeBase {
	readonly kind: 'decision';
	readonly source: Decision;
}

export interface ExceptionNode extends NodeBase {
	readonly kind: 'exception';
	readonly source: ExceptionPath;
}

/** Entered from the steps it stands `at`; nothing can lead to it by its id. */
export interface EscalationNode extends NodeBase {
	readonly kind: 'escalation';
	readonly source: Escalation;
}

export interface EndNode extends NodeBase {
	readonly kind: 'end';
	readonly id: string;
	/** `reconciled` of `end reconciled`; null for plain `end`. */
	readonly outcome: string | null;
}

/** What a procedure can stand at. */
export type GraphNode = StepNode | DecisionNode | ExceptionNode | EscalationNode | EndNode;

export type NodeKind = GraphNode['kind'];
