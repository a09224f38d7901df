import type { Branch } from '../documents.generated.ts';
import { several } from '../several.ts';
import { addEdge, type GraphDraft, resolve } from './graph-draft.ts';
import type { DecisionNode, GraphNode } from './graph-node.ts';
import { references } from './references.ts';

function addWaysIn(draft: GraphDraft, node: DecisionNode): readonly GraphNode[] {
	for (const reference of references(node.source.after, [...node.path, 'after'])) {
		const step = resolve(draft, reference, 'after', node);
		if (step !== undefined) addEdge(draft, step, node, 'after', reference.path);
	}
	const offeredAt: GraphNode[] = [];
	for (const reference of references(node.source.at, [...node.path, 'at'])) {
		const step = resolve(draft, reference, 'at', node);
		if (step === undefined) continue;
		offeredAt.push(step);
		addEdge(draft, step, node, 'at', reference.path);
	}
	return offeredAt;
}

function addBranches(draft: GraphDraft, node: DecisionNode, offeredAt: readonly GraphNode[]): void {
	const [next] = references(node.source.next, [...node.path, 'next']);
	const following = next === undefined ? undefined : resolve(draft, next, 'next', node);
	// Typed as if every branch were one; a broken one may be anything.
	const branches = several<Branch | null | undefined>(node.source.branches);
	branches.forEach((branch, row) => {
		const path = [...node.path, 'branches', row];
		const [goto] = references(branch?.goto, [...path, 'goto']);
		if (goto !== undefined) {
			const target = resolve(draft, goto, 'goto', node);
			if (target !== undefined) addEdge(draft, node, target, 'branch', goto.path, row);
		} else if (next !== undefined) {
			if (following !== undefined) addEdge(draft, node, following, 'branch', next.path, row);
		} else {
			for (const step of offeredAt) addEdge(draft, node, step, 'stay', path, row);
		}
	});
	if (branches.length === 0 && next !== undefined && following !== undefined) {
		addEdge(draft, node, following, 'branch', next.path);
	}
}

/** Into decisions by `after` and `at`, out of them by their branches. */
export function addDecisionEdges(draft: GraphDraft): void {
	for (const node of draft.decisions) addBranches(draft, node, addWaysIn(draft, node));
}
