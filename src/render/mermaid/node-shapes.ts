import type { Escalation, ExceptionPath, Step } from '../../model/documents.generated.ts';
import type { GraphNode } from '../../model/graph/graph-node.ts';
import { plainTexts } from '../../model/graph/plain-texts.ts';
import { mermaidText } from './mermaid-text.ts';

/** Lines of a label; empty ones are left out. */
function label(...lines: readonly unknown[]): string {
	return `"${lines.flatMap(plainTexts).map(mermaidText).filter(Boolean).join('<br/>')}"`;
}

function stepLabel(name: string, step: Step): string {
	const doers =
		step.together === undefined ? plainTexts(step.by).join(' or ') : plainTexts(step.together).join(' and ');
	const waits = plainTexts(step.waits_for).join(', ');
	return label(name, step.do, doers, waits === '' ? '' : `when done: ${waits}`);
}

function outsideLabel(name: string, row: ExceptionPath | Escalation): string {
	return label(name, row.when, row.do);
}

/** The text of a node in its shape: steps are boxes, decisions diamonds, exceptions hexagons, escalations flags, ends round. */
export function nodeShape(node: GraphNode): string {
	switch (node.kind) {
		case 'step':
			return `[${stepLabel(node.name, node.source)}]`;
		case 'decision':
			return `{${label(node.name, node.source.question)}}`;
		case 'exception':
			return `{{${outsideLabel(node.name, node.source)}}}`;
		case 'escalation':
			return `>${outsideLabel(node.name, node.source)}]`;
		case 'end':
			return `([${label('End', node.outcome)}])`;
	}
}

/** What starts the procedure, in the shape of an end. */
export function triggerShape(step: Step): string {
	return `([${label(plainTexts(step.trigger).join(' or '))}])`;
}
