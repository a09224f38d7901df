import type { OffsetRange, Position, Range } from '../diagnostics/position.ts';

/** Turns offsets into lines and columns, both from 1. CRLF, LF and lone CR end a line. */
export class LineIndex {
	readonly #starts: readonly number[];
	readonly #text: string;

	constructor(text: string) {
		const starts = [0];
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
		}
		this.#starts = starts;
		this.#text = text;
	}

	get lineCount(): number {
		return this.#starts.length;
	}

	position(offset: number): Position {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
	}

	range(offsets: OffsetRange): Range {
		return { start: this.position(offsets.from), end: this.position(offsets.to) };
	}

	/** Offset at which a line begins, counted from 1. */
	startOfLine(line: number): number {
		return this.#starts[line - 1] ?? this.#text.length;
	}

	/** A line's text without its ending, counted from 1; empty beyond the last. */
	line(line: number): string {
		const from = this.#starts[line - 1];
		if (from === undefined) return '';
		let to = this.#starts[line] ?? this.#text.length;
		if (to > from && this.#text[to - 1] === '\n') to--;
		if (to > from && this.#text[to - 1] === '\r') to--;
		return this.#text.slice(from, to);
	}
}
