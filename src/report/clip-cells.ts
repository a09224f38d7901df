import type { Cell } from './display-width.ts';

/** What is shown of a line, and where its focus now stands in it (columns from 0, `to` exclusive). */
export interface ClippedLine {
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

/**
 * Shows at most `width` columns of a line, so that the focus is in sight; `…` stands for what is left out.
 * A focus wider than the line is shown from its beginning.
 */
export function clipCells(
	cells: readonly Cell[],
	width: number,
	focus: { readonly from: number; readonly to: number } = { from: 0, to: 0 },
): ClippedLine {
	const total = cells.reduce((sum, cell) => sum + cell.width, 0);
	const start = total <= width || focus.to < width ? 0 : windowStart(total, width, focus);
	const before = start > 0 ? 1 : 0;
	const end = total - start + before <= width ? total : start + width - before - 1;

	let text = before === 0 ? '' : '…';
	let column = 0;
	let first: number | null = null;
	let last = 0;
	for (const cell of cells) {
		if (column >= start && column + cell.width <= end) {
			first ??= column;
			text += cell.text;
			last = column + cell.width;
		}
		column += cell.width;
	}
	const shift = before - (first ?? 0);
	const from = Math.max(focus.from, first ?? 0) + shift;
	// An empty place after the last character is still to be seen.
	const to = end === total ? focus.to + shift : Math.min(focus.to, last) + shift;
	return { text: end === total ? text : `${text}…`, from, to: Math.max(to, from + 1) };
}

function windowStart(total: number, width: number, focus: { from: number; to: number }): number {
	const room = width - 2;
	const spare = room - (focus.to - focus.from);
	const lead = spare > 0 ? Math.floor(spare / 2) : Math.min(4, Math.floor(room / 4));
	const latest = Math.max(total, focus.to) - width + 1;
	return Math.max(1, Math.min(focus.from - lead, latest));
}
