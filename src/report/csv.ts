import { inertText } from './inert-text.ts';

/** A value of a CSV file. Null is an empty cell. */
export type CsvCell = string | number | boolean | null;

const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Rows as CSV (RFC 4180: commas, CRLF, quotes doubled), titles first.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; plain numbers do not.
 * Control and invisible characters are made visible, line breaks and tabs inside a cell are kept.
 */
export function csvText(titles: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
	return [titles, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: CsvCell): string {
	if (value === null) return '';
	if (typeof value !== 'string') return String(value);
	const inert = value
		.split(/([\t\r\n]+)/)
		.map((piece, at) => (at % 2 === 0 ? inertText(piece) : piece))
		.join('');
	const guarded = formula.test(inert) && !plainNumber.test(inert) ? `'${inert}` : inert;
	return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
