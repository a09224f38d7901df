import { inertText } from '../inert-text.ts';
import { type Paint, paint } from '../paint.ts';
import { wrapText } from '../wrap-text.ts';

const narrowest = 40;
/** Longer lines are hard to read, however wide the terminal. */
const widest = 100;

/** Lines of a page for a terminal. Whatever text comes in, none of it can act on the terminal or look like a line of its own. */
export class Page {
	readonly #lines: string[] = [];
	readonly #width: number;
	readonly #paint: Paint;

	/** `width` in columns of the terminal. */
	constructor(width: number, color: boolean) {
		this.#width = Math.max(narrowest, Math.min(width, widest));
		this.#paint = paint(color);
	}

	/** A paragraph: `indent` columns before its first line, `hanging` before the others. */
	line(text: string, indent = 0, hanging = indent): void {
		this.#wrapped(text, indent, hanging, (line) => line);
	}

	/** A label and its value; nothing where there is no value. */
	field(label: string, value: string | undefined, indent = 2): void {
		if (value === undefined || value.trim() === '') return;
		const beginning = `${inertText(label)}: `;
		this.#wrapped(`${label}: ${value}`, indent, indent + 4, (line, index) =>
			index === 0 && line.startsWith(beginning)
				? this.#paint.quiet(beginning) + line.slice(beginning.length)
				: line,
		);
	}

	/** A line of its own, with an empty one before and after it. */
	heading(text: string): void {
		this.#lines.push('');
		this.title(text);
		this.#lines.push('');
	}

	/** A line at the margin: what else belongs to it stands below it, indented. */
	title(text: string): void {
		this.#wrapped(text, 0, 2, (line) => this.#paint.strong(line));
	}

	/** Something that must not be overlooked. */
	warning(text: string): void {
		this.#wrapped(text, 2, 4, (line) => this.#paint.bad(line));
	}

	/** The page so far, ending with one line break. */
	text(): string {
		return `${this.#lines.join('\n').trimEnd()}\n`;
	}

	#wrapped(
		text: string,
		indent: number,
		hanging: number,
		style: (line: string, index: number) => string,
	): void {
		const words = inertText(text.replace(/\s+/g, ' ').trim());
		const lines = wrapText(words, this.#width - Math.max(indent, hanging));
		for (const [index, line] of lines.entries())
			this.#lines.push(`${' '.repeat(index === 0 ? indent : hanging)}${style(line, index)}`.trimEnd());
	}
}
