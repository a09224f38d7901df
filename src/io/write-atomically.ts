import {
	closeSync,
	existsSync,
	fchmodSync,
	fsyncSync,
	mkdirSync,
	openSync,
	rmSync,
	writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** Makes a folder with all above it. On a disk that may only be read, Node would say that nothing is there. */
export function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true });
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
		if (dirname(path) !== path && !existsSync(dirname(path))) makeFolder(dirname(path));
		mkdirSync(path);
	}
}

/** A file is written whole or not at all: bytes go to a neighbour, are synced, and take its name in one move. */
export function writeAtomically(
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

/** The code of what a file system refused. */
export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
