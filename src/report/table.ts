import { displayWidth } from './display-width.ts';
import { inertText } from './inert-text.ts';
import { paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** A column of a table. */
export interface TableColumn {
	readonly title: string;
	/** Numbers to the right; default left. */
	readonly align?: 'left' | 'right';
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
 * wider than `width`; numbers never are. Ends with a line break.
 */
export async function tableText(
	columns: readonly TableColumn[],
	rows: readonly TableRow[],
	options: { readonly width: number; readonly color: boolean },
): Promise<string> {
	const { default: Table } = await import('cli-table3');
	const widths = fitWidths(columns, naturalWidths(columns, rows), options.width);
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

/** Takes from the widest text column first, so that short columns stay whole. */
function fitWidths(
	columns: readonly TableColumn[],
	natural: readonly number[],
	width: number,
): readonly number[] {
	const widths = [...natural];
	let excess = natural.reduce((sum, each) => sum + each + gap, -gap) - width;
	while (excess > 0) {
		const texts = widths.filter((each, at) => columns[at]?.align !== 'right' && each > narrowest);
		if (texts.length === 0) break;
		const widest = Math.max(...texts);
		const at = widths.findIndex((each, index) => each === widest && columns[index]?.align !== 'right');
		widths[at] = widest - 1;
		excess -= 1;
	}
	return widths;
}
