import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { codeOf, makeFolder } from '../write-atomically.ts';

/** What lies hidden beside an output while it is written: named after the output, this machine and this process. */
export function neighbourOf(path: string, ending: 'tmp' | 'spool.tmp' | 'old.tmp'): string {
	makeFolder(dirname(path));
	const random = randomBytes(8).toString('hex');
	return join(dirname(path), `${prefixOf(path)}${process.pid}-${random}.${ending}`);
}

/**
 * Removes what processes of this machine that are gone left beside an output. One that was ended between moving the old
 * packet away and the new one in gives the old one back.
 */
export function sweep(path: string): void {
	const folder = dirname(path);
	const prefix = prefixOf(path);
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		const [, pid] = /^(\d+)-[0-9a-f]{16}\.(?:spool\.|old\.)?tmp$/.exec(name.slice(prefix.length)) ?? [];
		if (!name.startsWith(prefix) || pid === undefined || isAlive(Number(pid))) continue;
		const left = join(folder, name);
		if (name.endsWith('.old.tmp') && kindAt(path) === undefined) renameSync(left, path);
		else rmSync(left, { recursive: true, force: true });
	}
}

/** What stands at a path, a link not followed; undefined for nothing. */
export function kindAt(path: string): 'file' | 'folder' | 'link' | 'other' | undefined {
	const stats = lstatSync(path, { throwIfNoEntry: false });
	if (stats === undefined) return undefined;
	if (stats.isSymbolicLink()) return 'link';
	return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

/** Puts the names in a folder on the disk for good, where the system can do that. */
export async function syncFolder(path: string): Promise<void> {
	let folder: FileHandle;
	try {
		folder = await open(path, 'r');
	} catch (error) {
		// Windows opens no folders.
		if (['EISDIR', 'EPERM', 'EACCES'].includes(codeOf(error))) return;
		throw error;
	}
	try {
		await folder.sync();
	} catch (error) {
		if (!['EINVAL', 'EPERM', 'ENOTSUP'].includes(codeOf(error))) throw error;
	} finally {
		await folder.close();
	}
}

function prefixOf(path: string): string {
	const whose = createHash('sha256')
		.update(`${hostname()}\n${basename(path)}`)
		.digest('hex')
		.slice(0, 8);
	return `.sop-packet-${whose}-`;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) !== 'ESRCH';
	}
}
