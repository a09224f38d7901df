import {
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	type Scalar,
} from 'yaml';
import type { Path } from '../diagnostics/path.ts';
import type { OffsetRange } from '../diagnostics/position.ts';
import type { FixSource, Place } from '../diagnostics/problem.ts';
import { readFullYaml } from './full-yaml.ts';

/** Finds places in one text. Parses it with positions, so it is made only where something is to be pointed at. */
export class Locator implements FixSource {
	readonly text: string;
	#document: Document.Parsed | undefined;
	#parsed = false;

	constructor(text: string) {
		this.text = text;
	}

	/** The range of a place; where it is not in the text, of its nearest ancestor: the key of the last map that exists. */
	rangeOf(place: Place): OffsetRange {
		if ('offsets' in place) return place.offsets;
		const found = this.#find(place.path);
		if (found === undefined) return this.#firstLine();
		if (!found.complete || place.part === 'key') return this.#pointAt(found.key ?? found.node);
		if (place.within !== undefined && isScalar(found.node)) return this.#within(found.node, place.within);
		return this.#pointAt(found.node ?? found.key);
	}

	#find(path: Path): Found | undefined {
		const document = this.#parse();
		let node: unknown = document?.contents;
		if (!document || node === null || node === undefined) return undefined;
		let found: Found = { node, key: undefined, complete: true };
		for (const step of path) {
			if (isAlias(node)) node = node.resolve(document);
			const next: Pair | Node | undefined = childOf(node, step);
			if (next === undefined) return path.length > 0 ? { ...found, complete: false } : found;
			if (isPair(next)) {
				found = { node: next.value, key: next.key, complete: true };
				node = next.value;
			} else {
				found = { node: next, key: undefined, complete: true };
				node = next;
			}
		}
		return found;
	}

	#parse(): Document.Parsed | undefined {
		if (!this.#parsed) {
			this.#document = readFullYaml(this.text).document;
			this.#parsed = true;
		}
		return this.#document;
	}

	#firstLine(): OffsetRange {
		const end = this.text.search(/\r|\n|$/);
		return { from: 0, to: end };
	}

	/** A scalar is underlined whole; a map or list only by its first line, so that a frame stays small. */
	#pointAt(node: unknown): OffsetRange {
		const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
		if (!range) return this.#firstLine();
		const [from, to] = range;
		if (isScalar(node) && !isBlock(node)) return { from, to };
		const first = this.text.slice(from, to);
		if (isMap(node) && node.items[0] !== undefined && !first.startsWith('{'))
			return this.#pointAt(node.items[0].key);
		const end = first.search(/\r|\n/);
		return { from, to: end === -1 ? to : from + first.slice(0, end).trimEnd().length };
	}

	/** Finds a stretch of the parsed text in the written one: the same words, the same time they occur. */
	#within(node: Scalar, within: OffsetRange): OffsetRange {
		const whole = this.#pointAt(node);
		const value = String(node.value);
		const words = value.slice(within.from, within.to);
		const range = node.range;
		if (words === '' || !range) return whole;
		const written = this.text.slice(range[0], range[1]);
		const before = countOf(value.slice(0, within.from), words);
		const at = nthIndexOf(written, words, before);
		return at === -1 ? whole : { from: range[0] + at, to: range[0] + at + words.length };
	}
}

interface Found {
	readonly node: unknown;
	readonly key: unknown;
	/** Whether the path could be followed to its end. */
	readonly complete: boolean;
}

function childOf(node: unknown, step: string | number): Pair | Node | undefined {
	if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && pair.key.value === step);
	if (isSeq(node) && typeof step === 'number') {
		const item = node.items[step];
		return item === null || item === undefined ? undefined : (item as Node);
	}
	return undefined;
}

function isBlock(node: Scalar): boolean {
	return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
}

function countOf(text: string, words: string): number {
	return text.split(words).length - 1;
}

function nthIndexOf(text: string, words: string, nth: number): number {
	let at = text.indexOf(words);
	for (let skip = 0; skip < nth && at !== -1; skip++) at = text.indexOf(words, at + words.length);
	return at;
}
