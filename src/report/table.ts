import { displayWidth } from './display-width.ts';
import { inertText } from './inert-text.ts';
import { paint } from './paint.ts';
import { wordParts, wrapText } from './wrap-text.ts';

/** A column of a table. */
export interface TableColumn {
	readonly title: string;
	/** Numbers to the right; default left. */
	readonly align?: 'left' | 'right';
	/** Never wrapped, so that its words can be looked for. */
	readonly isWhole?: true;
}

/** The cells of a row, one for each column. */
export type TableRow = readonly (string | number)[];

const gap = 2;
const narrowest = 8;
const noBorders = [
	...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
	...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
];

/** Columns of the terminal that a table takes when nothing needs to be wrapped. */
export function tableWidth(columns: readonly TableColumn[], rows: readonly TableRow[]): number {
	return naturalWidths(columns, rows).reduce((sum, width) => sum + width + gap, -gap);
}

/**
 * A table without borders for a terminal, its text made inert. Text columns are wrapped where the table would be
 * wider than `width`; numbers never are, nor what is to stay whole. Ends with a line break.
 */
export async function tableText(
	columns: readonly TableColumn[],
	rows: readonly TableRow[],
	options: { readonly width: number; readonly color: boolean },
): Promise<string> {
	const { default: Table } = await import('cli-table3');
	const widths = fitWidths(columns, rows, naturalWidths(columns, rows), options.width);
	const cell = (value: string | number, at: number): string =>
		wrapText(inertText(String(value)), widths[at] ?? narrowest).join('\n');
	const table = new Table({
		head: columns.map((column, at) => {
			const lines = cell(column.title, at).split('\n');
			return lines.map((line) => paint(options.color).quiet(line)).join('\n');
		}),
		chars: Object.fromEntries(noBorders.map((name) => [name, ''])),
		style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
		colWidths: widths.map((width) => width + gap),
		colAligns: columns.map((column) => column.align ?? 'left'),
	});
	for (const row of rows) table.push(row.map(cell));
	return `${table.toString().replace(/ +$/gm, '')}\n`;
}

function naturalWidths(columns: readonly TableColumn[], rows: readonly TableRow[]): readonly number[] {
	return columns.map((column, at) =>
		rows.reduce(
			(widest, row) => Math.max(widest, displayWidth(inertText(String(row[at] ?? '')))),
			displayWidth(inertText(column.title)),
		),
	);
}

/**
 * Takes from the widest text column first, so that short columns stay whole: down to their longest words while that is
 * enough, so that an id or a name can still be copied; then to the longest parts of words, so that they can be read.
 */
function fitWidths(
	columns: readonly TableColumn[],
	rows: readonly TableRow[],
	natural: readonly number[],
	width: number,
): readonly number[] {
	const longest = (lengthIn: (text: string) => number) =>
		columns.map((column, at) =>
			rows.reduce(
				(most, row) => Math.max(most, lengthIn(inertText(String(row[at] ?? '')))),
				Math.max(narrowest, lengthIn(inertText(column.title))),
			),
		);
	const least = [longest(longestWord), longest(longestPart), columns.map(() => narrowest)];
	return least.reduce((widths, floor) => shrink(columns, widths, floor, width), natural);
}

function shrink(
	columns: readonly TableColumn[],
	natural: readonly number[],
	least: readonly number[],
	width: number,
): readonly number[] {
	const widths = [...natural];
	const isFixed = (at: number) => columns[at]?.align === 'right' || columns[at]?.isWhole === true;
	const room = (at: number) => (isFixed(at) ? 0 : (widths[at] ?? 0) - (least[at] ?? 0));
	let excess = natural.reduce((sum, each) => sum + each + gap, -gap) - width;
	for (; excess > 0; excess--) {
		const able = widths.flatMap((each, at) => (room(at) > 0 ? [each] : []));
		if (able.length === 0) break;
		const widest = Math.max(...able);
		widths[widths.findIndex((each, at) => each === widest && room(at) > 0)] = widest - 1;
	}
	return widths;
}

function longestWord(text: string): number {
	return Math.max(0, ...text.split(' ').map(displayWidth));
}

/** An id with its number, such as SOP-FIN-001, is one part: it is what people look for. */
function longestPart(text: string): number {
	const parts = text.split(' ').flatMap((word) => (/\d/.test(word) ? [word] : wordParts(word)));
	return Math.max(0, ...parts.map(displayWidth));
}
