import type { Path } from '../../diagnostics/path.ts';
import type { Sop } from '../documents.generated.ts';
import { rows } from '../several.ts';
import { endOutcome } from './end-reference.ts';
import type { GraphDraft } from './graph-draft.ts';
import type { GraphNode } from './graph-node.ts';
import { lookupTables } from './lookups.ts';

interface ReadRow<Row> {
	readonly source: Row;
	readonly path: Path;
	readonly id: string | null;
	readonly name: string;
}

/** The rows of a section that can be read; the others have failed the schema. */
function readRows<Row extends { readonly id?: string }>(
	section: readonly Row[] | object | null | undefined,
	key: string,
	kind: string,
): readonly ReadRow<Row>[] {
	const found: ReadRow<Row>[] = [];
	rows<Row>(section).forEach((source, index) => {
		if (typeof source !== 'object' || source === null || Array.isArray(source)) return;
		const id = typeof source.id === 'string' && source.id !== '' ? source.id : null;
		found.push({ source, path: [key, index], id, name: id ?? `${kind} ${index + 1}` });
	});
	return found;
}

/** The nodes of a procedure and its lookup tables, still without edges. */
export function collectNodes(sop: Sop): GraphDraft {
	const draft: GraphDraft = {
		nodes: [],
		edges: [],
		byId: new Map(),
		steps: [],
		decisions: [],
		exceptions: [],
		escalations: [],
		ends: new Map(),
		lookups: [],
		unresolved: [],
		forks: 0,
	};
	function add<Node extends GraphNode>(list: Node[], node: Node): void {
		list.push(node);
		draft.nodes.push(node);
		// A node cannot hide an end by its name, and nothing leads to an escalation by its id.
		if (node.id === null || node.kind === 'escalation' || endOutcome(node.id) !== undefined) return;
		if (!draft.byId.has(node.id)) draft.byId.set(node.id, node);
	}
	for (const row of readRows(sop.procedure, 'procedure', 'step')) {
		add(draft.steps, { kind: 'step', index: draft.nodes.length, ...row });
	}
	const lookups = lookupTables(sop);
	for (const row of readRows(sop.decisions, 'decisions', 'decision')) {
		if (lookups.has(row.source)) draft.lookups.push(row);
		else add(draft.decisions, { kind: 'decision', index: draft.nodes.length, ...row });
	}
	for (const row of readRows(sop.exceptions, 'exceptions', 'exception')) {
		add(draft.exceptions, { kind: 'exception', index: draft.nodes.length, ...row });
	}
	for (const row of readRows(sop.escalation, 'escalation', 'escalation')) {
		add(draft.escalations, { kind: 'escalation', index: draft.nodes.length, ...row });
	}
	return draft;
}
