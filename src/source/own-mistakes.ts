import { LineIndex } from './line-index.ts';
import type { SyntaxDefect } from './syntax-defect.ts';

/**
 * Leaves out what only follows from another mistake: on the same line, just below one that made the reader lose its
 * way, or in the same top-level block as a wrong indentation. Gives the rest in the order of the text.
 */
export function ownMistakes(defects: readonly SyntaxDefect[], text: string): readonly SyntaxDefect[] {
	const lines = new LineIndex(text);
	const blocks = [...text.matchAll(/^[^\s#-]/gm)].map((match) => match.index);
	const misread = new Set<number>();
	const kept: SyntaxDefect[] = [];
	let swallowedTo = -1;
	let told = -1;
	let habits = 0;
	for (const defect of [...defects].sort((a, b) => a.offsets.from - b.offsets.from)) {
		const { line } = lines.position(defect.offsets.from);
		const block = lastAtOrBefore(blocks, defect.offsets.from);
		const known = defect.habit === true && habits++ > 0;
		const follows =
			line === told || line <= swallowedTo + 1 || (defect.kind === 'follows' && misread.has(block));
		if (defect.kind !== 'own') misread.add(block);
		const reached = lines.position(defect.reach).line;
		if (line <= swallowedTo + 1) swallowedTo = Math.max(swallowedTo, reached);
		if (follows || known) continue;
		kept.push(defect);
		told = line;
		if (defect.kind === 'swallows') swallowedTo = reached;
	}
	if (habits < 2) return kept;
	return kept.map((defect) =>
		defect.habit === true ? { ...defect, message: `${defect.message}, as are others below` } : defect,
	);
}

function lastAtOrBefore(ascending: readonly number[], offset: number): number {
	let low = -1;
	for (let high = ascending.length - 1; low < high; ) {
		const middle = (low + high + 1) >> 1;
		if ((ascending[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
