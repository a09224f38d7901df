import {
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	type Scalar,
	type YAMLMap,
} from 'yaml';
import type { Path } from '../diagnostics/path.ts';
import type { OffsetRange } from '../diagnostics/position.ts';
import type { FixSource, Place } from '../diagnostics/problem.ts';
import { type FullReading, readFullYaml } from './full-yaml.ts';

/** Finds places in one text. Parses it with positions, so it is made only where something is to be pointed at. */
export class Locator implements FixSource {
	readonly text: string;
	#reading: FullReading | undefined;
	/** Pairs of the maps that were looked into, by key: a list of findings may ask a large map again and again. */
	readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();
	/** Places of words that were looked for, likewise. */
	readonly #words = new WeakMap<Scalar, Map<string, WordPlaces>>();

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
		this.#reading ??= readFullYaml(this.text);
		const { document, targets } = this.#reading;
		let node: unknown = document?.contents;
		if (node === null || node === undefined) return undefined;
		let found: Found = { node, key: undefined, complete: true };
		for (const step of path) {
			if (isAlias(node)) node = targets.get(node);
			const next = this.#childOf(node, step);
			if (next === undefined) return { ...found, complete: false };
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

	#childOf(node: unknown, step: string | number): Pair | Node | undefined {
		if (isMap(node)) return this.#pairsOf(node).get(step);
		if (isSeq(node) && typeof step === 'number') {
			// Items of a parsed list are nodes, or a pair where the list is written `[a: b]`.
			return (node.items[step] as Pair | Node | null | undefined) ?? undefined;
		}
		return undefined;
	}

	#pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
		let pairs = this.#pairs.get(map);
		if (pairs === undefined) {
			// Of a key that stands twice the first is pointed at.
			pairs = new Map(
				map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : pair.key, pair] as const).reverse(),
			);
			this.#pairs.set(map, pairs);
		}
		return pairs;
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
	#within(node: Scalar, { from, to }: OffsetRange): OffsetRange {
		const whole = this.#pointAt(node);
		const value = String(node.value);
		const words = value.slice(from, to);
		if (words === '' || !node.range) return whole;
		const places = this.#placesOf(node, value, words);
		const at = places.written[countBelow(places.parsed, from)];
		return at === undefined ? whole : { from: node.range[0] + at, to: node.range[0] + at + words.length };
	}

	#placesOf(node: Scalar, value: string, words: string): WordPlaces {
		const known = this.#words.get(node) ?? new Map<string, WordPlaces>();
		this.#words.set(node, known);
		let places = known.get(words);
		if (places === undefined) {
			const [from = 0, to = 0] = node.range ?? [];
			places = { parsed: placesIn(value, words), written: placesIn(this.text.slice(from, to), words) };
			known.set(words, places);
		}
		return places;
	}
}

/** Where the same words stand in a text as parsed and as written. */
interface WordPlaces {
	readonly parsed: readonly number[];
	readonly written: readonly number[];
}

interface Found {
	readonly node: unknown;
	readonly key: unknown;
	/** Whether the path could be followed to its end. */
	readonly complete: boolean;
}

function isBlock(node: Scalar): boolean {
	return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
}

function placesIn(text: string, words: string): readonly number[] {
	const places: number[] = [];
	for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at);
	return places;
}

/** How many of the ascending numbers are less than a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
	let low = 0;
	for (let high = ascending.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((ascending[middle] ?? limit) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
