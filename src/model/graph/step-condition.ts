import type { Condition } from '../documents.generated.ts';
import type { GraphNode } from './graph-node.ts';

/** The condition under which a node is not passed over; undefined where it never is, as for all but steps. */
export function stepCondition(node: GraphNode): Condition | undefined {
	const condition = node.kind === 'step' ? node.source.only_if : undefined;
	// An empty key says nothing.
	return typeof condition === 'string' || (typeof condition === 'object' && condition !== null)
		? condition
		: undefined;
}
