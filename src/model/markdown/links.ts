import { inlineStretches } from './blocks.ts';
import { CodeSpans } from './code-spans.ts';
import { definitionAt, inlineTarget, normalLabel, type RawTarget } from './targets.ts';

/** A link or image of a Markdown text. */
export type MarkdownLink = RawTarget;

/**
 * The links and images of a CommonMark text (0.31.2, sections 6.3 and 6.4), inline and by reference; what stands in
 * code is none. Time in proportion to the text, whatever it holds. That it agrees with markdown-it is held by a test.
 */
export function markdownLinks(text: string): readonly MarkdownLink[] {
	if (!mayHoldLinks(text)) return [];
	const definitions = new Map<string, RawTarget>();
	const stretches = inlineStretches(text).map(({ from, to }) => {
		const defines = text.slice(from, to).includes(']:');
		const behind = defines ? readDefinitions(text.slice(0, to), from, definitions) : from;
		return { from: behind, to };
	});
	return stretches.flatMap(({ from, to }) =>
		new LinkScan(withoutQuoteMarks(text.slice(from, to)), definitions)
			.links()
			.map(({ written, target, at, defined }) => ({
				written,
				target,
				at: defined ? at : { from: at.from + from, to: at.to + from },
			})),
	);
}

/** Whether a text has the signs without which there is no link. */
export function mayHoldLinks(text: string): boolean {
	return text.includes('](') || (text.includes(']:') && text.includes('['));
}

/** A quote over several lines with the marks of all lines but the first blanked, so that offsets stay. */
function withoutQuoteMarks(stretch: string): string {
	return stretch.includes('\n')
		? stretch.replace(/\n[ \t]*>/g, (mark) => `\n${' '.repeat(mark.length - 1)}`)
		: stretch;
}

/** Takes up the definitions that a stretch begins with; of several with one label the first counts. */
function readDefinitions(text: string, from: number, definitions: Map<string, RawTarget>): number {
	let at = from;
	for (
		let one = definitionAt(text, behindMarkers(text, at));
		one;
		one = definitionAt(text, behindMarkers(text, at))
	) {
		if (!definitions.has(one.label)) definitions.set(one.label, one);
		at = one.end;
	}
	return at;
}

/** The offset of what a quote or an item holds. */
function behindMarkers(text: string, from: number): number {
	const markers = /(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*/y;
	markers.lastIndex = from;
	markers.test(text);
	return markers.lastIndex;
}

interface FoundLink extends RawTarget {
	/** Whether the target stands in a definition, with offsets into the whole text. */
	readonly defined: boolean;
	readonly end: number;
}

/** Walks once over a stretch, with a stack of the brackets that are open. */
class LinkScan {
	readonly #text: string;
	readonly #code: CodeSpans;
	readonly #definitions: ReadonlyMap<string, RawTarget>;
	readonly #openers: { readonly behind: number; readonly image: boolean }[] = [];
	readonly #found: FoundLink[] = [];
	/** Openers below this height begin no link any more: one inside them is complete, and links hold no links. */
	#spentBelow = 0;

	constructor(text: string, definitions: ReadonlyMap<string, RawTarget>) {
		this.#text = text;
		this.#code = new CodeSpans(text);
		this.#definitions = definitions;
	}

	links(): readonly FoundLink[] {
		const signs = /\\[\s\S]|`+|!?\[|\]|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>/g;
		for (let match = signs.exec(this.#text); match; match = signs.exec(this.#text)) {
			const sign = match[0];
			if (sign === '[' || sign === '![')
				this.#openers.push({ behind: signs.lastIndex, image: sign === '![' });
			else if (sign === ']') signs.lastIndex = this.#close(match.index);
			else if (sign.startsWith('`'))
				signs.lastIndex = this.#code.end(match.index, sign.length) ?? signs.lastIndex;
		}
		return this.#found;
	}

	/** What follows a closing bracket decides whether there is a link; gives the offset to go on from. */
	#close(at: number): number {
		const opener = this.#openers.pop();
		if (opener === undefined) return at + 1;
		const height = this.#openers.length;
		const mayBegin = opener.image || height >= this.#spentBelow;
		const found = mayBegin ? this.#targetBehind(opener.behind, at) : undefined;
		if (found !== undefined) this.#found.push(found);
		if (found !== undefined && !opener.image) this.#spentBelow = height;
		else this.#spentBelow = Math.min(this.#spentBelow, height);
		return found?.end ?? at + 1;
	}

	#targetBehind(textFrom: number, at: number): FoundLink | undefined {
		const inline = this.#text[at + 1] === '(' ? inlineTarget(this.#text, at + 2) : undefined;
		if (inline !== undefined) return { ...inline, defined: false };
		if (this.#definitions.size === 0) return undefined;
		const label = /\[((?:[^[\]\\]|\\[\s\S]){0,999})\]/y;
		label.lastIndex = at + 1;
		const written = label.exec(this.#text)?.[1];
		const target = this.#definitions.get(normalLabel(written || this.#text.slice(textFrom, at)));
		return target && { ...target, defined: true, end: written === undefined ? at + 1 : label.lastIndex };
	}
}
