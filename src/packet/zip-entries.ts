import { byCodeUnit } from './compare.ts';
import { whyNoPacketPath } from './packet-path.ts';

/** More files than any packet has. */
export const mostEntries = 1_000_000;

/** Bytes that all files of a packet may have together: what is larger is meant to fill a disk or a memory. */
export const mostBytes = 32 * 2 ** 30;

/** How many times larger a file may be than its packed form, from so many bytes on. The text of a packet shrinks to a tenth or so. */
const mostRatio = 500;
const ratioFrom = 2 ** 20;

/** The same of all of them together. */
const mostRatioOfAll = 200;
const ratioOfAllFrom = 2 ** 28;

/** What a ZIP says of an entry, as far as it is judged. */
export interface JudgedEntry {
	readonly name: string | undefined;
	readonly kind: 'file' | 'folder' | 'link' | 'other';
	readonly isEncrypted: boolean;
	readonly isReadable: boolean;
	readonly hasOtherName: boolean;
	readonly packed: number;
	readonly size: number;
	readonly from: number;
	readonly to: number;
	readonly differs: 'name' | 'size' | 'method' | undefined;
}

/** The files of a ZIP by their path below its one top folder, or why it is refused, as a clause. */
export type ZipFiles<Entry> =
	| { readonly files: ReadonlyMap<string, Entry>; readonly refused?: never }
	| { readonly files?: never; readonly refused: string };

/**
 * Judges what a ZIP says it holds before anything of it is unpacked: each of what makes one reader see other files than
 * another, write outside a folder, or fill a disk, refuses all of it.
 */
export function zipFiles<Entry extends JudgedEntry>(entries: readonly Entry[]): ZipFiles<Entry> {
	const files = new Map<string, Entry>();
	const names = new Map<string, string>();
	const tops = new Set<string>();
	let [total, packed] = [0, 0];
	for (const entry of entries) {
		const { name } = entry;
		if (name === undefined) return { refused: 'an entry has a name that is not UTF-8' };
		const shown = JSON.stringify(name);
		const path = entry.kind === 'folder' ? name.slice(0, -1) : name;
		const why = whyNoPacketPath(path) ?? whyNoEntry(entry);
		if (why !== undefined) return { refused: `the entry ${shown} ${why}` };
		const folded = path.normalize('NFC').toLowerCase().toUpperCase();
		const twin = names.get(folded);
		if (twin !== undefined)
			return { refused: `the entries ${JSON.stringify(twin)} and ${shown} have one name on some systems` };
		names.set(folded, name);
		const [top = '', ...below] = path.split('/');
		tops.add(top);
		if (below.length === 0 && entry.kind !== 'folder')
			return { refused: `the entry ${shown} lies outside the one folder at the top` };
		total += entry.size;
		packed += entry.packed;
		if (total > mostBytes) return { refused: `it unpacks to more than ${mostBytes / 2 ** 30} GiB` };
		if (entry.kind !== 'folder') files.set(below.join('/'), entry);
	}
	if (total >= ratioOfAllFrom && total > packed * mostRatioOfAll)
		return { refused: `it unpacks to more than ${mostRatioOfAll} times its size` };
	if (tops.size > 1)
		return {
			refused: `it has ${tops.size} folders at the top (${[...tops]
				.sort(byCodeUnit)
				.slice(0, 3)
				.map((top) => JSON.stringify(top))
				.join(', ')}); a packet has one`,
		};
	const within = fileAsFolder(files);
	if (within !== undefined) return { refused: `${JSON.stringify(within)} is a file and a folder` };
	const overlap = overlapOf(entries);
	if (overlap !== undefined) return { refused: `the data of ${overlap} overlap` };
	return { files };
}

/** Why an entry can be none of a packet, as the end of a sentence. */
function whyNoEntry(entry: JudgedEntry): string | undefined {
	if (entry.kind === 'link') return 'is a symbolic link';
	if (entry.kind === 'other') return 'is no ordinary file';
	if (entry.isEncrypted) return 'is encrypted';
	if (!entry.isReadable) return 'is packed in a way that is neither stored nor deflated';
	if (entry.hasOtherName) return 'has a second name';
	if (entry.differs !== undefined)
		return `has another ${entry.differs} in its own record than in the directory`;
	if (entry.kind === 'folder' && entry.size > 0) return 'is a folder with data';
	if (entry.size >= ratioFrom && entry.size > entry.packed * mostRatio)
		return `unpacks to more than ${mostRatio} times its size`;
	return undefined;
}

function fileAsFolder(files: ReadonlyMap<string, unknown>): string | undefined {
	for (const path of files.keys())
		for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
			if (files.has(path.slice(0, at))) return path.slice(0, at);
	return undefined;
}

function overlapOf(entries: readonly JudgedEntry[]): string | undefined {
	const ordered = [...entries].sort((a, b) => a.from - b.from || a.to - b.to);
	for (const [at, entry] of ordered.entries()) {
		const next = ordered[at + 1];
		if (next !== undefined && next.from < entry.to)
			return `${JSON.stringify(entry.name)} and ${JSON.stringify(next.name)}`;
	}
	return undefined;
}
