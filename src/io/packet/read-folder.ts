import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../write-atomically.ts';

/** What lies below a folder, in paths with `/`. */
export interface FolderTree {
	readonly files: readonly string[];
	/** What is neither file nor folder, or cannot be read: never followed. */
	readonly others: readonly { readonly path: string; readonly what: string }[];
}

/** Lists all below a folder, links and devices apart. Throws where the folder itself cannot be read. */
export function readFolderTree(folder: string): FolderTree {
	const files: string[] = [];
	const others: { path: string; what: string }[] = [];
	const open = [''];
	for (let below = open.pop(); below !== undefined; below = open.pop()) {
		for (const entry of listed(folder, below, others)) {
			const path = `${below}${entry.name}`;
			if (entry.isFile()) files.push(path);
			else if (entry.isDirectory()) open.push(`${path}/`);
			else others.push({ path, what: entry.isSymbolicLink() ? 'is a link' : 'is no ordinary file' });
		}
	}
	return { files, others };
}

function listed(folder: string, below: string, others: { path: string; what: string }[]) {
	try {
		return readdirSync(join(folder, below), { withFileTypes: true });
	} catch (error) {
		if (below === '') throw error;
		others.push({ path: below, what: `cannot be read (${codeOf(error)})` });
		return [];
	}
}

/** Reads a file of a folder piece by piece; what has become a link or a device since it was listed is refused. */
export function* piecesOfFile(folder: string, path: string): Generator<Buffer> {
	const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
	const file = openSync(join(folder, path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	try {
		if (!fstatSync(file).isFile()) throw Object.assign(new Error(path), { code: 'no ordinary file' });
		for (;;) {
			const piece = Buffer.allocUnsafe(1 << 16);
			const length = readSync(file, piece, 0, piece.length, null);
			if (length === 0) return;
			yield piece.subarray(0, length);
		}
	} finally {
		closeSync(file);
	}
}

/** The SHA-256 of pieces, as 64 hexadecimal digits. */
export async function sha256OfPieces(
	pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<string> {
	const hash = createHash('sha256');
	for await (const piece of pieces) hash.update(piece);
	return hash.digest('hex');
}
