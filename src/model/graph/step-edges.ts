import type { Path } from '../../diagnostics/path.ts';
import type { Timeout } from '../documents.generated.ts';
import { several } from '../several.ts';
import { addEdge, type GraphDraft, resolve } from './graph-draft.ts';
import type { GraphNode, StepNode } from './graph-node.ts';
import { references } from './references.ts';

/** A step that waits for others. Those it names are no edges: what leads to it is written elsewhere. */
export interface Join {
	readonly step: StepNode;
	readonly waitsFor: readonly { readonly node: GraphNode; readonly path: Path }[];
}

/** A step that carries out something else and comes back. */
export interface Call {
	readonly step: StepNode;
	readonly reference: string;
	readonly path: Path;
	/** The node of this document that it names; null where it names none, so (perhaps) another document. */
	readonly target: GraphNode | null;
}

/** Draws the timeouts that leave their step. */
export function addTimeouts(draft: GraphDraft): void {
	for (const step of draft.steps) {
		const { timeout } = step.source;
		several<Timeout>(timeout).forEach((row, index) => {
			const path = [...step.path, 'timeout', ...(Array.isArray(timeout) ? [index] : []), 'goto'];
			for (const reference of references(row?.goto, path)) {
				const target = resolve(draft, reference, 'goto', step);
				if (target !== undefined) addEdge(draft, step, target, 'timeout', reference.path, index);
			}
		});
	}
}

/** Reads what steps wait for. */
export function readJoins(draft: GraphDraft): readonly Join[] {
	return draft.steps.flatMap((step): Join[] => {
		const waitsFor = references(step.source.waits_for, [...step.path, 'waits_for']).flatMap((reference) => {
			const node = resolve(draft, reference, 'waits_for', step);
			return node === undefined ? [] : [{ node, path: reference.path }];
		});
		return waitsFor.length === 0 ? [] : [{ step, waitsFor }];
	});
}

/** Reads what steps carry out, and draws an edge where it is a step of this document. */
export function addCalls(draft: GraphDraft): readonly Call[] {
	return draft.steps.flatMap((step): Call[] =>
		references(step.source.follows, [...step.path, 'follows']).map(({ text, path }) => {
			const target = draft.byId.get(text) ?? null;
			if (target?.kind === 'step') addEdge(draft, step, target, 'follows', path);
			return { step, reference: text, path, target };
		}),
	);
}
