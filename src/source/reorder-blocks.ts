import type { TextEdit } from '../diagnostics/text-edit.ts';

/** A top-level key of a document and where it stands. */
export interface TopLevelKey {
	/** Offset of the key; it begins its line. */
	readonly at: number;
	/** Its place in the wished order; undefined where it stays where it is. */
	readonly rank: number | undefined;
}

/**
 * The edit that puts top-level blocks in the order of their ranks: blocks with a rank change places among themselves, all
 * else stays. Blank lines and comments at the edge above a key move with it. Undefined where nothing is out of order, or
 * where a key does not begin its line.
 */
export function reorderBlocks(text: string, keys: readonly TopLevelKey[]): TextEdit | undefined {
	const ordered = [...keys].sort((a, b) => a.at - b.at);
	if (ordered.some(({ at }) => at > 0 && !/[\r\n]/.test(text[at - 1] ?? ''))) return undefined;
	const starts = ordered.map(({ at }, index) => blockStart(text, at, index === 0));
	const end = contentEnd(text, ordered.at(-1)?.at ?? 0);
	const blocks = ordered.map(({ rank }, index) => ({
		rank,
		text: text.slice(starts[index], starts[index + 1] ?? end),
	}));
	const moving = blocks.filter((block) => block.rank !== undefined);
	const sorted = [...moving].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
	if (sorted.every((block, index) => block === moving[index])) return undefined;
	let next = 0;
	const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
	const texts = blocks.map((block) => (block.rank === undefined ? block : (sorted[next++] ?? block)).text);
	const joined = texts
		.map((block, index) => (index < texts.length - 1 && !/[\r\n]$/.test(block) ? block + lineEnd : block))
		.join('');
	const from = starts[0] ?? 0;
	// A file without a line end at its end keeps that form.
	const endsBare = end > 0 && !/[\r\n]/.test(text[end - 1] ?? '');
	return { from, to: end, text: endsBare ? joined.replace(/(?:\r\n|\r|\n)$/, '') : joined };
}

/** Where the lines above a key begin that belong to it. At the top of a file, only comments without a blank line between. */
function blockStart(text: string, at: number, first: boolean): number {
	let start = at;
	while (start > 0) {
		const above = lineStart(text, start - 1);
		const line = text.slice(above, start);
		const belongs = /^#/.test(line) || (!first && /^[ \t]*[\r\n]*$/.test(line));
		if (!belongs || (first && /yaml-language-server/.test(line))) break;
		start = above;
	}
	return start;
}

/** Where the last block ends: blank lines, comments at the edge and document ends after it belong to the file. */
function contentEnd(text: string, lastKey: number): number {
	let end = text.length;
	while (end > lastKey) {
		const above = lineStart(text, end - 1);
		if (above <= lastKey || !/^(?:#|[ \t]*[\r\n]|\.\.\.)/.test(text.slice(above, end))) break;
		end = above;
	}
	return end;
}

/** Start of the line that the character at an offset ends or stands in. */
function lineStart(text: string, at: number): number {
	let start = at;
	if (text[start] === '\n' && text[start - 1] === '\r') start--;
	while (start > 0 && !/[\r\n]/.test(text[start - 1] ?? '')) start--;
	return start;
}
