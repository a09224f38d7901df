import { addEdge, type GraphDraft, resolve } from './graph-draft.ts';
import type { EscalationNode, ExceptionNode, GraphNode } from './graph-node.ts';
import { references } from './references.ts';

function addWaysIn(draft: GraphDraft, node: ExceptionNode | EscalationNode): readonly GraphNode[] {
	const from: GraphNode[] = [];
	for (const reference of references(node.source.at, [...node.path, 'at'])) {
		const step = resolve(draft, reference, 'at', node);
		if (step === undefined) continue;
		from.push(step);
		addEdge(draft, step, node, node.kind, reference.path);
	}
	return from;
}

function addWaysOut(draft: GraphDraft, node: ExceptionNode | EscalationNode): void {
	for (const key of ['resume', 'goto'] as const) {
		for (const reference of references(node.source[key], [...node.path, key])) {
			const target = resolve(draft, reference, key, node);
			if (target !== undefined) addEdge(draft, node, target, key, reference.path);
		}
	}
}

/** Into exceptions from where they stand `at`, out of them by `resume` and `goto`. */
export function addExceptionEdges(draft: GraphDraft): void {
	for (const node of draft.exceptions) {
		addWaysIn(draft, node);
		addWaysOut(draft, node);
	}
}

/** The same for escalations, which go back to the step they came from unless they say otherwise. */
export function addEscalationEdges(draft: GraphDraft): void {
	for (const node of draft.escalations) {
		const from = addWaysIn(draft, node);
		addWaysOut(draft, node);
		if (node.source.resume !== undefined || node.source.goto !== undefined) continue;
		for (const step of from) addEdge(draft, node, step, 'return', node.path);
	}
}
