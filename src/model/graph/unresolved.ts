import type { Path } from '../../diagnostics/path.ts';
import type { GraphNode } from './graph-node.ts';

/** Keys that name nodes. `steps` stands in the responsibility matrix. `follows` may name a document: see `calls`. */
export type ReferenceKey = 'next' | 'goto' | 'resume' | 'after' | 'at' | 'waits_for' | 'steps';

/** A reference that names no node. */
export interface Unresolved {
	readonly reference: string;
	readonly key: ReferenceKey;
	readonly path: Path;
	/** The node it belongs to; null in other sections (`quality`, `raci`). */
	readonly node: GraphNode | null;
	/** The node that was most likely meant. */
	readonly nearest: string | null;
	/** What it names though it is no node that can be led to; null where it names nothing at all. */
	readonly found: 'escalation' | 'lookup' | null;
}
