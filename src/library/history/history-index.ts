import { createHash } from 'node:crypto';
import type { Trail, TrailEntry } from '../../model/history/trail.ts';

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
}

/** History sorted for looking things up, as it is kept between runs. */
export interface HistoryIndex {
	readonly header: IndexHeader;
	/** Committer dates and ids of the mainline, oldest first. */
	readonly chain: readonly { readonly id: string; readonly at: number }[];
	readonly keys: readonly string[];
	trail(key: string): Trail | undefined;
	/** All commits; read only to add to them. */
	commits(): readonly CommitShape[];
}

const newline = 0x0a;

/**
 * The text of an index: a checksum of what follows, a header, the mainline, a table of keys with places, the commits, and then a line for each
 * trail, so that one document is found without reading the others.
 */
export function printIndex(
	header: IndexHeader,
	chain: HistoryIndex['chain'],
	commits: readonly CommitShape[],
	trails: ReadonlyMap<string, readonly TrailEntry[]>,
): string {
	const keys = [...trails.keys()].sort();
	const lines = keys.map((key) => JSON.stringify(trails.get(key)));
	let place = 0;
	const table = lines.map((line) => {
		const from = place;
		place += Buffer.byteLength(line) + 1;
		return from;
	});
	const text = [
		JSON.stringify(header),
		JSON.stringify([chain.map(({ id }) => id).join(''), chain.map(({ at }) => at)]),
		JSON.stringify([keys, table]),
		JSON.stringify(shapeColumns(commits)),
		...lines,
		'',
	].join('\n');
	return `${checksum(Buffer.from(text))}\n${text}`;
}

/** Reads an index back; undefined where the bytes are none, cut short or damaged. */
export function parseIndex(bytes: Uint8Array): HistoryIndex | undefined {
	try {
		return parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	} catch {
		return undefined;
	}
}

function parse(bytes: Buffer): HistoryIndex {
	const head = bytes.indexOf(newline) + 1;
	if (bytes.toString('latin1', 0, head) !== `${checksum(bytes.subarray(head))}\n`)
		throw new Error('It is not as it was written');
	const starts = [head];
	for (let line = 0; line < 4; line++) {
		const end = bytes.indexOf(newline, starts[line]);
		if (end < 0) throw new Error('Four lines stand before the trails');
		starts.push(end + 1);
	}
	const lineAt = (from: number): unknown => {
		const end = bytes.indexOf(newline, from);
		if (end < 0) throw new Error('A line of the index was cut off');
		return JSON.parse(bytes.toString('utf8', from, end));
	};
	const [first = 0, second = 0, third = 0, fourth = 0, body = 0] = starts;
	// All of it was written by `printIndex` of the same build: the caller compares the header.
	const header = lineAt(first) as IndexHeader;
	const [ids, dates] = lineAt(second) as [string, number[]];
	const [keys, table] = lineAt(third) as [string[], number[]];
	const width = dates.length === 0 ? 0 : ids.length / dates.length;
	const places = new Map(keys.map((key, index) => [key, table[index] ?? 0]));
	return {
		header,
		chain: dates.map((at, index) => ({ id: ids.slice(index * width, (index + 1) * width), at })),
		keys,
		trail(key) {
			const place = places.get(key);
			return place === undefined ? undefined : { key, entries: lineAt(body + place) as TrailEntry[] };
		},
		commits: () => shapesOf(lineAt(fourth) as ShapeColumns),
	};
}

/** Against damage, not against whoever wants to deceive: those are told the truth by `--no-cache`. */
function checksum(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
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
	const width = dates.length === 0 ? 0 : ids.length / dates.length;
	const idAt = (index: number) => ids.slice(index * width, (index + 1) * width);
	return dates.map((at, index) => ({
		id: idAt(index),
		at,
		parents: (parents[index] ?? []).map((parent) => (typeof parent === 'number' ? idAt(parent) : parent)),
	}));
}
