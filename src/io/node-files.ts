import {
	accessSync,
	chmodSync,
	closeSync,
	constants,
	type Dirent,
	linkSync,
	lstatSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	realpathSync,
	renameSync,
	type Stats,
	statSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { FileFacts, Files } from './io.ts';
import { replaceFile } from './replace-file.ts';
import { codeOf, makeFolder, writeAtomically } from './write-atomically.ts';

/** The file system of this machine. */
export const nodeFiles: Files = {
	read(path) {
		try {
			return { ok: true, bytes: readFileSync(path) };
		} catch (error) {
			return { ok: false, code: codeOf(error) };
		}
	},
	readPart(path, from, length) {
		try {
			const file = openSync(path, 'r');
			try {
				const bytes = Buffer.allocUnsafe(length);
				return bytes.subarray(0, readSync(file, bytes, 0, length, from));
			} finally {
				closeSync(file);
			}
		} catch {
			return undefined;
		}
	},
	facts(path) {
		try {
			const stats = lstatSync(path);
			return { kind: kindOf(stats), size: stats.size, modified: stats.mtimeMs };
		} catch {
			return null;
		}
	},
	realPath(path) {
		try {
			return realpathSync(path);
		} catch {
			return null;
		}
	},
	list(path) {
		try {
			return readdirSync(path, { withFileTypes: true })
				.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
				.sort((a, b) => (a.name < b.name ? -1 : 1));
		} catch (error) {
			return codeOf(error);
		}
	},
	write: (path, text) => {
		const target = standing(path);
		if (target === undefined || target.stats.isFile()) {
			writeAtomically(target?.path ?? path, text, renameSync, target?.stats.mode);
		} else writeFileSync(path, text);
	},
	// A link, unlike a rename, fails where something stands already.
	create: (path, text) => writeAtomically(path, text, linkSync),
	replace(path, before, text) {
		if (before === undefined) this.create(path, text);
		else {
			const target = standing(path);
			replaceFile(target?.path ?? path, before, text, target?.stats.mode);
		}
	},
	move(from, to) {
		makeFolder(dirname(to));
		// A link, unlike a rename, fails where something stands already.
		linkSync(from, to);
		unlinkSync(from);
	},
	makeExecutable: (path) => chmodSync(path, 0o755),
	walk: { lstatSync, statSync, readdirSync },
};

/** What stands where a path leads, links followed; throws where it may not be written. */
function standing(path: string): { readonly path: string; readonly stats: Stats } | undefined {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats === undefined) return undefined;
	// A rename would replace also what is protected from being written.
	accessSync(path, constants.W_OK);
	// Neither a link nor a device such as /dev/stdout may become a file.
	return { path: stats.isFile() ? realpathSync(path) : path, stats };
}

function kindOf(entry: Stats | Dirent): FileFacts['kind'] {
	if (entry.isSymbolicLink()) return 'link';
	if (entry.isFile()) return 'file';
	return entry.isDirectory() ? 'directory' : 'other';
}
