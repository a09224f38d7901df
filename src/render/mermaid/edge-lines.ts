import { branchWords, conditionWords } from '../../model/graph/condition-words.ts';
import type { EdgeKind, GraphEdge } from '../../model/graph/graph-edge.ts';
import { plainTexts } from '../../model/graph/plain-texts.ts';
import { stepCondition } from '../../model/graph/step-condition.ts';
import { several } from '../../model/several.ts';
import { mermaidText } from './mermaid-text.ts';

/** The usual ways are drawn through; the others dashed. */
const usual: ReadonlySet<EdgeKind> = new Set(['next', 'down', 'after', 'branch']);

function words({ from, kind, row }: GraphEdge): string {
	if (from.kind === 'decision' && row !== null) {
		const branch = several(from.source.branches)[row];
		const inputs = [...plainTexts(from.source.input), ...plainTexts(from.source.inputs)];
		return branch ? branchWords(branch, inputs) : '';
	}
	if (from.kind === 'step' && kind === 'timeout') {
		const [within] = plainTexts(several(from.source.timeout)[row ?? 0]?.within);
		return within === undefined ? 'too late' : `not within ${within}`;
	}
	const condition = kind === 'pass-over' ? stepCondition(from) : undefined;
	if (condition !== undefined) return `unless: ${conditionWords(condition)}`;
	if (kind === 'at') return 'while open';
	if (kind === 'resume') return 'resume';
	if (kind === 'return') return 'back';
	return kind === 'follows' ? 'carries out' : '';
}

/** The line that draws an edge between the names that the nodes have in the drawing. */
export function edgeLine(edge: GraphEdge, from: string, to: string): string {
	const arrow = usual.has(edge.kind) ? '-->' : '-.->';
	const text = mermaidText(words(edge));
	return text === '' ? `${from} ${arrow} ${to}` : `${from} ${arrow}|"${text}"| ${to}`;
}
