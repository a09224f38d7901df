import type { Excerpt } from '../diagnostics/finding.ts';
import type { Range } from '../diagnostics/position.ts';
import { clipCells } from './clip-cells.ts';
import { type Cell, displayCells } from './display-width.ts';

/** How to colour the parts of a code frame. */
export interface FramePaint {
	/** Line numbers and context. */
	quiet(text: string): string;
	/** The marker and the underline. */
	mark(text: string): string;
}

/**
 * Source lines with numbers, a marker at the lines of the range and an underline under exactly the range.
 * Each line takes at most `width` columns: long ones are clipped around the range.
 */
export function codeFrame(
	excerpt: Excerpt,
	range: Range,
	width: number,
	paint: FramePaint,
): readonly string[] {
	const digits = String(excerpt.firstLine + excerpt.lines.length - 1).length;
	const room = Math.max(width - digits - 8, 16);
	return excerpt.lines.flatMap((raw, index) => {
		const number = excerpt.firstLine + index;
		const whole = raw.replace(/\r?\n?$/, '');
		const label = `${String(number).padStart(digits)} │`;
		const { text, span } = nearby(whole, coveredOffsets(whole, number, range));
		const cells = displayCells(text);
		if (span === null) return [`     ${paint.quiet(label)} ${clipCells(cells, room).text}`.trimEnd()];
		const clipped = clipCells(cells, room, columnsOf(cells, span));
		const blank = `${' '.repeat(digits)} │`;
		return [
			`   ${paint.mark('▸')} ${paint.quiet(label)} ${clipped.text}`.trimEnd(),
			`     ${paint.quiet(blank)} ${' '.repeat(clipped.from)}${paint.mark('~'.repeat(clipped.to - clipped.from))}`,
		];
	});
}

/** The offsets of one line that a range covers, without the indentation of lines it runs on into; null for none. */
function coveredOffsets(text: string, number: number, range: Range): { from: number; to: number } | null {
	if (number < range.start.line || number > range.end.line) return null;
	const indentation = text.length - text.trimStart().length;
	const from = number === range.start.line ? range.start.column - 1 : indentation;
	const to = number === range.end.line ? range.end.column - 1 : text.trimEnd().length;
	return number > range.start.line && to <= from ? null : { from, to };
}

/** Longer than any line a person writes, and than any terminal is wide. */
const farEnough = 2000;

/** A line of a megabyte cut down to what is near the span, so that a thousand findings in it can be shown. */
function nearby(
	text: string,
	span: { from: number; to: number } | null,
): { text: string; span: { from: number; to: number } | null } {
	if (text.length <= 2 * farEnough) return { text, span };
	const from = Math.max(0, (span?.from ?? 0) - farEnough);
	const near = text.slice(from, from + 2 * farEnough).toWellFormed();
	return { text: near, span: span && { from: span.from - from, to: Math.min(span.to - from, near.length) } };
}

/** The columns that an offset range takes; one column where it is empty, so that it can be seen. */
function columnsOf(cells: readonly Cell[], span: { from: number; to: number }): { from: number; to: number } {
	let from = 0;
	let to = 0;
	let column = 0;
	for (const cell of cells) {
		if (cell.to <= span.from) from = column + cell.width;
		column += cell.width;
		if (cell.from < span.to) to = column;
	}
	return { from, to: Math.max(to, from + 1) };
}
