import {
	accessSync,
	chmodSync,
	closeSync,
	constants,
	type Dirent,
	existsSync,
	fchmodSync,
	fsyncSync,
	linkSync,
	lstat,
	lstatSync,
	mkdirSync,
	openSync,
	readdir,
	readdirSync,
	readFileSync,
	readSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	stat,
	statSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { FileFacts, Files } from './io.ts';

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
		if (before === undefined) {
			this.create(path, text);
			return;
		}
		const target = standing(path);
		const refuseChanged = () => {
			if (target !== undefined && readFileSync(target.path).equals(before)) return;
			throw Object.assign(new Error(`${path} has changed since it was read`), { code: 'ECHANGED' });
		};
		refuseChanged();
		const place = target?.path ?? path;
		writeAtomically(
			place,
			text,
			(from, to) => {
				refuseChanged();
				renameSync(from, to);
			},
			target?.stats.mode,
		);
	},
	makeExecutable: (path) => chmodSync(path, 0o755),
	callbacks: { lstat, stat, readdir },
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

/** Makes a folder with all above it. On a disk that may only be read, Node would say that nothing is there. */
function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true });
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
		if (dirname(path) !== path && !existsSync(dirname(path))) makeFolder(dirname(path));
		mkdirSync(path);
	}
}

/** A file is written whole or not at all: bytes go to a neighbour, are synced, and take its name in one move. */
function writeAtomically(
	path: string,
	text: string,
	finish: (from: string, to: string) => void,
	mode?: number,
): void {
	makeFolder(dirname(path));
	const temporary = join(dirname(path), `.sop-${process.getBuiltinModule('node:crypto').randomUUID()}.tmp`);
	try {
		const file = openSync(temporary, 'wx');
		try {
			const bytes = Buffer.from(text, 'utf8');
			for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
			if (mode !== undefined) fchmodSync(file, mode);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		finish(temporary, path);
	} finally {
		rmSync(temporary, { force: true });
	}
}

function kindOf(entry: Stats | Dirent): FileFacts['kind'] {
	if (entry.isSymbolicLink()) return 'link';
	if (entry.isFile()) return 'file';
	return entry.isDirectory() ? 'directory' : 'other';
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
