import type { Branch, Decision } from '../documents.generated.ts';
import { several } from '../several.ts';
import type { GraphNode } from './graph-node.ts';

function keys(branch: Branch | null | undefined): readonly string[] {
	const gives = branch?.gives;
	return typeof gives === 'object' && gives !== null ? Object.keys(gives) : [];
}

/** The names that the branches of a decision give, together. */
export function namesOfBranches(decision: Decision): readonly string[] {
	return [...new Set(several(decision.branches).flatMap(keys))];
}

/**
 * The names that one branch gives. One that gives anything counts as giving all that its siblings give:
 * that they differ is another defect.
 */
export function namesOfBranch(decision: Decision, row: number | null): readonly string[] {
	const branch = row === null ? undefined : several(decision.branches)[row];
	return keys(branch).length === 0 ? [] : namesOfBranches(decision);
}

/** The names that a node gives on some way. */
export function namesGiven(node: GraphNode): readonly string[] {
	if (node.kind === 'step') return several(node.source.gives);
	return node.kind === 'decision' ? namesOfBranches(node.source) : [];
}
