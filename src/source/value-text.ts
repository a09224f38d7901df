import type { OffsetRange } from '../diagnostics/position.ts';

/** A stretch of a text with its place. */
export interface Stretch {
	readonly text: string;
	readonly offsets: OffsetRange;
}

/** The rest of a line from an offset on, less a comment and spaces at its end. */
export function restOfLine(text: string, from: number): Stretch {
	const rest = lineFrom(text, from);
	const comment = rest.search(/\s#/);
	const kept = (comment > 0 ? rest.slice(0, comment) : rest).trimEnd();
	return { text: kept, offsets: { from, to: from + kept.length } };
}

/** What stands on the line of an offset, less its indentation and what `restOfLine` leaves out. */
export function wholeLine(text: string, at: number): Stretch {
	const start = startOfLine(text, at);
	return restOfLine(text, start + lineFrom(text, start).search(/[^ \t]|$/));
}

// Behind a dash only a word in small letters is taken for a key: `- Note: the rest` is a sentence.
const dashesAndKey =
	/^[ \t]*(?:(?:- +)+(?:[a-z][\w-]*:[ \t]+)?|(?:"[^"]*"|'[^']*'|[^\s"'#:[{-][^:"'[{]*):[ \t]+)?/;

/** The value on the line of an offset, behind dashes and a key; what begins at the offset where it lies before that. */
export function valueOnLine(text: string, at: number): Stretch {
	const start = startOfLine(text, at);
	const before = dashesAndKey.exec(lineFrom(text, start))?.[0].length ?? 0;
	return restOfLine(text, Math.min(start + before, Math.max(at, start)));
}

/** A text in the quotes that need the least change, or undefined where it is too long to be shown. */
export function inQuotes(text: string): string | undefined {
	if (text.length > 72) return undefined;
	if (/["\\]/.test(text) && !text.includes("'")) return `'${text}'`;
	return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A text as it can stand within a message: on one line, not too long. */
export function excerpt(text: string): string {
	const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
	return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

export function startOfLine(text: string, at: number): number {
	return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Longer than any line that a person writes; what lies beyond tells nothing about a mistake. */
const farEnough = 2000;

function lineFrom(text: string, from: number): string {
	const line = text.slice(from, from + farEnough);
	const end = line.search(/\r?\n|\r$/);
	return end === -1 ? line : line.slice(0, end);
}
