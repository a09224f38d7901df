import { hash } from 'node:crypto';
import type { MainlineDates } from '../../model/history/mainline.ts';
import type { Trail, TrailEntry } from '../../model/history/trail.ts';
import { longEntries, type ShortEntry, shortEntries } from './short-entries.ts';

/** A commit as far as the shape of the history needs it. */
export interface CommitShape {
	readonly id: string;
	readonly parents: readonly string[];
	/** Committer date, in seconds. */
	readonly at: number;
}

/** What decides whether an index still fits the repository. */
export interface IndexHeader {
	readonly format: 1;
	/** What the program was built from. */
	readonly build: string;
	readonly prefix: string;
	/** Commits that everything in it can be reached from, sorted. */
	readonly tips: readonly string[];
	/** The mainline's newest commit; null where there is no mainline. */
	readonly head: string | null;
	/** Where history is cut off: a hash of git's own list. */
	readonly boundary: string;
	/** Position of the first mainline commit that holds a document; -1 where none does. */
	readonly begin: number;
	/** Objects that the repository did not have. */
	readonly missing: number;
	/** Position of the newest mainline commit that shows a text which is not here; -1 where none does. */
	readonly unseen: number;
	/** How many commits the mainline has. */
	readonly length: number;
}

/** History sorted for looking things up, as it is kept between runs. */
export interface HistoryIndex {
	readonly header: IndexHeader;
	/** The mainline, read when somebody looks at it. */
	readonly chain: MainlineDates;
	readonly keys: readonly string[];
	trail(key: string): Trail | undefined;
	/** All commits; read only to add to them. */
	commits(): readonly CommitShape[];
}

/** Thrown where a part of an index is not as it was written: it has to be made anew. */
export class DamagedIndex extends Error {}

/** Gives some bytes of an index, fewer at its end; undefined where it cannot be read. */
export type IndexBytes = (from: number, length: number) => Uint8Array | undefined;

/** The first line says how long the top is, and its checksum, in as many bytes as every other. */
const firstLine = 64;

const utf8 = new TextDecoder();

/** Digits of a checksum. */
const sumDigits = 20;

/** Where lines begin, counted in bytes from the end of the top, and where the last one ends; and their checksums in a row. */
type Places = readonly [keys: string, starts: readonly number[], sums: string];

/**
 * The text of an index. At its top a header and a table of keys with places; then the mainline, all commits, and
 * a line for each trail, so that one document is found without reading the others.
 */
export function printIndex(
	header: IndexHeader,
	chain: readonly CommitShape[],
	commits: readonly CommitShape[],
	trails: ReadonlyMap<string, readonly TrailEntry[]>,
): string {
	const keys = [...trails.keys()].sort();
	const lines = [
		JSON.stringify([chain.map(({ id }) => id).join(''), chain.map(({ at }) => at)]),
		JSON.stringify(shapeColumns(commits)),
		...keys.map((key) => JSON.stringify(shortEntries(trails.get(key) ?? []))),
	];
	const starts = [0];
	for (const line of lines) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(line) + 1);
	// No key holds a line break.
	const places: Places = [keys.join('\n'), starts, lines.map(checksum).join('')];
	const top = `${[JSON.stringify(header), JSON.stringify(places)].join('\n')}\n`;
	const first = `${Buffer.byteLength(top)} ${checksum(top)}`.padEnd(firstLine - 1);
	return `${first}\n${top}${lines.join('\n')}\n`;
}

/**
 * Reads an index back, of the trails only those that are asked for; undefined where it is none, or its top is damaged.
 * `trail` and `commits` throw a `DamagedIndex` where the rest is.
 */
export function parseIndex(bytes: IndexBytes): HistoryIndex | undefined {
	try {
		return parse(bytes);
	} catch {
		return undefined;
	}
}

function parse(bytes: IndexBytes): HistoryIndex {
	const textAt = (from: number, length: number, sum: string): string => {
		const found = bytes(from, length);
		if (found === undefined || checksum(found) !== sum) throw new DamagedIndex();
		return utf8.decode(found);
	};
	const first = utf8.decode(bytes(0, firstLine));
	const [, length = '', sum = ''] = /^(\d+) ([0-9a-f]+) *\n$/.exec(first) ?? [];
	const [headerLine = '', tableLine = ''] = textAt(firstLine, Number(length), sum).split('\n');
	// All of it was written by `printIndex` of the same build: the caller compares the header.
	const header = JSON.parse(headerLine) as IndexHeader;
	const [joined, starts, sums] = JSON.parse(tableLine) as Places;
	const keys = joined === '' ? [] : joined.split('\n');
	const lineAt = (index: number): unknown => {
		const [from = 0, to = 0] = starts.slice(index, index + 2);
		const lineSum = sums.slice(index * sumDigits, (index + 1) * sumDigits);
		return JSON.parse(textAt(firstLine + Number(length) + from, to - from - 1, lineSum));
	};
	let chain: readonly [ids: string, dates: readonly number[]] | undefined;
	const theChain = () => (chain ??= lineAt(0) as [string, number[]]);
	return {
		header,
		chain: {
			length: header.length,
			idAt: (position) => idIn(theChain()[0], header.length, position),
			dates: () => theChain()[1],
		},
		keys,
		trail(key) {
			const index = placeOf(key, keys);
			// The mainline and the commits stand before the trails.
			return index < 0 ? undefined : { key, entries: longEntries(lineAt(index + 2) as ShortEntry[]) };
		},
		commits: () => shapesOf(lineAt(1) as ShapeColumns),
	};
}

/** The place of a key among sorted ones; -1 where it is none of them. */
function placeOf(key: string, keys: readonly string[]): number {
	let [low, high] = [0, keys.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((keys[middle] ?? '') < key) low = middle + 1;
		else high = middle;
	}
	return keys[low] === key ? low : -1;
}

/** Against damage, not against whoever wants to deceive: those are told the truth by `--no-cache`. */
function checksum(content: string | Uint8Array): string {
	return hash('sha256', content, 'hex').slice(0, sumDigits);
}

/** Commits in columns: a parent is a place in the list, or an id where it is not in it. */
type ShapeColumns = readonly [
	ids: string,
	dates: readonly number[],
	parents: readonly (readonly (number | string)[])[],
];

function shapeColumns(commits: readonly CommitShape[]): ShapeColumns {
	const places = new Map(commits.map(({ id }, index) => [id, index]));
	return [
		commits.map(({ id }) => id).join(''),
		commits.map(({ at }) => at),
		commits.map(({ parents }) => parents.map((parent) => places.get(parent) ?? parent)),
	];
}

function shapesOf([ids, dates, parents]: ShapeColumns): readonly CommitShape[] {
	const idAt = (index: number) => idIn(ids, dates.length, index);
	return dates.map((at, index) => ({
		id: idAt(index),
		at,
		parents: (parents[index] ?? []).map((parent) => (typeof parent === 'number' ? idAt(parent) : parent)),
	}));
}

/** One of so many ids that stand in a row without anything between them. */
function idIn(ids: string, count: number, index: number): string {
	const width = ids.length / count;
	return ids.slice(index * width, (index + 1) * width);
}
