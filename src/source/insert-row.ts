import type { TextEdit } from '../diagnostics/text-edit.ts';
import { endOfLine, lineEndOf } from './lines-around.ts';
import type { RootEntry, WrittenRoot } from './root-entries.ts';
import { startOfLine } from './value-text.ts';

/** A row of a list, written in the two ways that YAML knows. */
export interface NewRow {
	/** Its keys, a line or more each, as they stand below a dash with so many spaces before each key. */
	readonly lines: (indent: number) => readonly string[];
	/** The same between braces. */
	readonly inBraces: string;
}

/**
 * The edit that puts a row on top of the list of a key, in the layout that the list has: indented or not, with blank
 * lines between rows or without, in brackets or below the key. All that stands in the text stays. Undefined where what
 * stands there is no list.
 */
export function insertFirstRow(
	text: string,
	root: WrittenRoot,
	key: string,
	row: NewRow,
): TextEdit | undefined {
	const entry = root.entries.get(key);
	if (entry === undefined) return root.inBraces ? lastPair(root, key, row) : newList(text, root, key, row);
	switch (entry.form) {
		case 'list of lines':
			return aboveFirstLine(text, entry, row);
		case 'list in brackets':
			return inBrackets(text, entry, row);
		case 'nothing':
			return root.inBraces || entry.from !== entry.to ? inPlace(entry, row) : belowKey(text, entry, row);
		default:
			return undefined;
	}
}

function aboveFirstLine(text: string, { from, items }: RootEntry, row: NewRow): TextEdit {
	const lineEnd = lineEndOf(text);
	const column = from - startOfLine(text, from);
	const gap = /^-( +)[^\s#&!|>-]/.exec(text.slice(from, from + 40))?.[1]?.length ?? 1;
	const second = items[1];
	const isSpaced = second !== undefined && /\n[ \t]*\r?\n[^\n]*$/.test(text.slice(from, second));
	const lines = rowLines(row, column, gap).concat(isSpaced ? [''] : []);
	const at = aboveDirectives(text, startOfLine(text, from));
	return { from: at, to: at, text: lines.map((line) => line + lineEnd).join('') };
}

/** A comment that silences a rule on the next line stays with its row. */
function aboveDirectives(text: string, at: number): number {
	let start = at;
	while (start > 0) {
		const above = startOfLine(text, start - 1);
		if (!/^[ \t]*# *sop-/.test(text.slice(above, start))) return start;
		start = above;
	}
	return start;
}

function belowKey(text: string, { keyFrom, from }: RootEntry, row: NewRow): TextEdit {
	const lineEnd = lineEndOf(text);
	const column = keyFrom - startOfLine(text, keyFrom) + 2;
	const lines = rowLines(row, column, 1).join(lineEnd);
	const end = endOfLine(text, from);
	return text[end - 1] === '\n'
		? { from: end, to: end, text: lines + lineEnd }
		: { from: end, to: end, text: lineEnd + lines };
}

function inBrackets(text: string, { from, to, items }: RootEntry, row: NewRow): TextEdit {
	const inside = from + 1;
	if (items.length === 0) {
		const isBare = text.slice(inside, to - 1).trim() === '';
		return { from: inside, to: isBare ? to - 1 : inside, text: row.inBraces };
	}
	const rest = /^[ \t]*(?:#[^\n]*)?\r?\n/.exec(text.slice(inside));
	if (rest === null) {
		const space = /^[ \t]*/.exec(text.slice(inside))?.[0] ?? '';
		return { from: inside, to: inside, text: `${space}${row.inBraces},${space === '' ? ' ' : ''}` };
	}
	const at = inside + rest[0].length;
	const first = items[0] ?? at;
	const margin = /^[ \t]*/.exec(text.slice(startOfLine(text, first)))?.[0] ?? '';
	return { from: at, to: at, text: `${margin}${row.inBraces},${lineEndOf(text)}` };
}

/** Where a null is written out, or a key between braces has no value. */
function inPlace({ from, to }: RootEntry, row: NewRow): TextEdit {
	return { from, to, text: `${from === to ? ' ' : ''}[${row.inBraces}]` };
}

/** A list that is not there yet, between braces. */
function lastPair({ entries }: WrittenRoot, key: string, row: NewRow): TextEdit {
	const last = Math.max(...[...entries.values()].map(({ to }) => to));
	return { from: last, to: last, text: `, "${key}": [${row.inBraces}]` };
}

/** A list that is not there yet: before the key of the last section, else at the end of the text. */
function newList(text: string, { entries }: WrittenRoot, key: string, row: NewRow): TextEdit {
	const lineEnd = lineEndOf(text);
	const written = [`${key}:`, ...rowLines(row, 2, 1)].map((line) => line + lineEnd).join('');
	const last = entries.get('approval');
	if (last !== undefined) {
		const at = startOfLine(text, last.keyFrom);
		return { from: at, to: at, text: written };
	}
	const isOpen = text !== '' && !text.endsWith('\n');
	return { from: text.length, to: text.length, text: (isOpen ? lineEnd : '') + written };
}

function rowLines(row: NewRow, column: number, gap: number): readonly string[] {
	const margin = ' '.repeat(column);
	const indent = column + 1 + gap;
	return row
		.lines(indent)
		.flatMap((line) => line.split('\n'))
		.map((line, index) =>
			index === 0
				? `${margin}-${' '.repeat(gap)}${line}`
				: /^ /.test(line)
					? line
					: ' '.repeat(indent) + line,
		);
}
