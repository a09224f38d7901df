import type { Sop } from '../../model/documents.generated.ts';
import { displayOrder } from '../../model/graph/display-order.ts';
import type { GraphNode, NodeKind } from '../../model/graph/graph-node.ts';
import type { ProcedureGraph } from '../../model/graph/procedure-graph.ts';
import { edgeLine } from './edge-lines.ts';
import { frontMatterText } from './mermaid-text.ts';
import { nodeShape, triggerShape } from './node-shapes.ts';

const dashed: readonly NodeKind[] = ['exception', 'escalation'];

/** Never an id of the document: those may be words of Mermaid. */
function nameOf(node: GraphNode): string {
	return `n${node.index}`;
}

function classLines(order: readonly GraphNode[]): readonly string[] {
	const names = order.filter((node) => dashed.includes(node.kind)).map(nameOf);
	return names.length === 0
		? []
		: ['classDef outside stroke-dasharray:5 5', `class ${names.join(',')} outside`];
}

/**
 * The procedure as a Mermaid flowchart, for Markdown that draws it (GitHub, GitLab, Notion …). Long texts are cut, and
 * no text can act as syntax, Markdown or HTML. One document always gives one text, which ends with a line end.
 */
export function procedureToMermaid(graph: ProcedureGraph, sop: Sop): string {
	const order = displayOrder(graph);
	const title = typeof sop.title === 'string' ? ['---', `title: ${frontMatterText(sop.title)}`, '---'] : [];
	const triggers = graph.entries.flatMap(({ node, trigger }) =>
		trigger === null ? [] : [`start${node.index}${triggerShape(node.source)} --> ${nameOf(node)}`],
	);
	const edges = order.flatMap((node) =>
		(graph.outgoing[node.index] ?? []).map((edge) => edgeLine(edge, nameOf(edge.from), nameOf(edge.to))),
	);
	const body = [
		...order.map((node) => nameOf(node) + nodeShape(node)),
		...triggers,
		...edges,
		...classLines(order),
	];
	return [...title, 'flowchart TD', ...body.map((line) => `\t${line}`), ''].join('\n');
}
