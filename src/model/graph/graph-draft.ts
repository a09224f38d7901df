import type { Path } from '../../diagnostics/path.ts';
import type { Decision } from '../documents.generated.ts';
import { nearest } from '../nearest.ts';
import { endOutcome } from './end-reference.ts';
import type { EdgeKind, GraphEdge } from './graph-edge.ts';
import type {
	DecisionNode,
	EndNode,
	EscalationNode,
	ExceptionNode,
	GraphNode,
	StepNode,
} from './graph-node.ts';
import type { Reference } from './references.ts';
import type { ReferenceKey, Unresolved } from './unresolved.ts';

/** A graph while it is being built. */
export interface GraphDraft {
	readonly nodes: GraphNode[];
	readonly edges: GraphEdge[];
	readonly byId: Map<string, GraphNode>;
	readonly steps: StepNode[];
	readonly decisions: DecisionNode[];
	readonly exceptions: ExceptionNode[];
	readonly escalations: EscalationNode[];
	/** By their outcome. */
	readonly ends: Map<string | null, EndNode>;
	readonly lookups: { readonly id: string | null; readonly path: Path; readonly source: Decision }[];
	readonly unresolved: Unresolved[];
	forks: number;
}

/** With more than these a document is not mistyped but something else, and suggestions would only cost time. */
const suggestionLimit = 50;

/** The end of that outcome: one node however many places lead to it. */
export function endNode(draft: GraphDraft, outcome: string | null, path: Path): EndNode {
	const known = draft.ends.get(outcome);
	if (known !== undefined) return known;
	const id = outcome === null ? 'end' : `end ${outcome}`;
	const node: EndNode = { kind: 'end', index: draft.nodes.length, id, name: id, path, outcome };
	draft.nodes.push(node);
	draft.ends.set(outcome, node);
	return node;
}

/** The node that a reference names; what names none is written down and gives undefined. */
export function resolve(
	draft: GraphDraft,
	reference: Reference,
	key: ReferenceKey,
	node: GraphNode | null,
): GraphNode | undefined {
	const { text, path } = reference;
	const leads = key === 'next' || key === 'goto' || key === 'resume';
	const outcome = leads ? endOutcome(text) : undefined;
	if (outcome !== undefined) return endNode(draft, outcome, path);
	const target = draft.byId.get(text);
	if (target !== undefined) return target;
	const isEscalation = draft.escalations.some((one) => one.id === text);
	const isLookup = draft.lookups.some((one) => one.id === text);
	const found = isEscalation ? 'escalation' : isLookup ? 'lookup' : null;
	// Of one or two letters every other id of that length is near.
	const suggest = found === null && text.length > 2 && draft.unresolved.length < suggestionLimit;
	const candidates = leads ? [...draft.byId.keys(), 'end'] : draft.byId.keys();
	draft.unresolved.push({
		reference: text,
		key,
		path,
		node,
		nearest: suggest ? (nearest(text, candidates) ?? null) : null,
		found,
	});
	return undefined;
}

/** Draws an edge. */
export function addEdge(
	draft: GraphDraft,
	from: GraphNode,
	to: GraphNode,
	kind: EdgeKind,
	path: Path,
	row: number | null = null,
	fork: number | null = null,
): void {
	draft.edges.push({ index: draft.edges.length, from, to, kind, path, row, fork });
}
