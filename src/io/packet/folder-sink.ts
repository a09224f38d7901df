import { close, fsync, mkdirSync, open, readdirSync, renameSync, rmdirSync, rmSync, write } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../write-atomically.ts';
import { kindAt, neighbourOf, sweep, syncFolder } from './neighbour.ts';
import { type PacketSink, refusal, type SinkOptions } from './packet-sink.ts';
import { workQueue } from './work-queue.ts';

/** Files or folders that are put on the disk at a time: file systems do many in one go. */
const together = 32;

/** Files that may wait for the disk before whoever makes them has to wait, too. */
const mostWaiting = 400;

/**
 * Writes a packet as a folder. Its files go to a hidden neighbour, are put on the disk for good, and take the name in one
 * move: whatever ends the program, no half of a packet stands there. Throws (see `refusal`) where something stands
 * already, but an empty folder; with `force` a packet that stands there is replaced as a whole, never merged into.
 */
export function folderSink(path: string, options: SinkOptions): PacketSink {
	const target = resolve(path);
	sweep(target);
	refuseStanding(target, options);
	const temporary = neighbourOf(target, 'tmp');
	mkdirSync(temporary);
	const names = new Set<string>();
	const folders = new Set([temporary]);
	const files = workQueue(together);
	return {
		add(name, bytes) {
			const file = resolve(temporary, name);
			if (relative(temporary, file).replaceAll('\\', '/') !== name || name.startsWith('..'))
				throw refusal('EOUTSIDE', name);
			if (names.has(name)) throw refusal('ETWICE', name);
			names.add(name);
			const folder = dirname(file);
			if (!folders.has(folder)) {
				mkdirSync(folder, { recursive: true });
				for (let one = folder; !folders.has(one); one = dirname(one)) folders.add(one);
			}
			files.add(async () => {
				try {
					await writeForGood(file, bytes);
				} catch (error) {
					// Two names that this system takes for one.
					throw codeOf(error) === 'EEXIST' ? refusal('ETWICE', name) : error;
				}
			});
		},
		flush: () => files.atMost(mostWaiting),
		async finish() {
			// Every file and every folder before the move, not after it: a packet that bears its name is whole on the disk,
			// whenever the power goes.
			await files.atMost(0);
			const all = workQueue(together);
			for (const folder of folders) all.add(() => syncFolder(folder));
			await all.atMost(0);
			// Something may have been put there meanwhile.
			refuseStanding(target, options);
			replaceFolder(temporary, target);
			await syncFolder(dirname(target));
		},
		async abandon() {
			await files.drop();
			rmSync(temporary, { recursive: true, force: true });
		},
	};
}

function refuseStanding(target: string, { force }: SinkOptions): void {
	const kind = kindAt(target);
	if (kind === undefined || (kind === 'folder' && readdirSync(target).length === 0)) return;
	if (kind === 'link') throw refusal('ELOOP', target);
	const isPacket = kind === 'folder' && kindAt(join(target, 'MANIFEST.sha256')) === 'file';
	if (!isPacket) throw refusal(force ? 'ENOTPACKET' : 'EEXIST', target);
	if (!force) throw refusal('EEXIST', target);
}

function replaceFolder(temporary: string, target: string): void {
	if (kindAt(target) === undefined) {
		renameSync(temporary, target);
		return;
	}
	if (readdirSync(target).length === 0) {
		rmdirSync(target);
		renameSync(temporary, target);
		return;
	}
	const old = neighbourOf(target, 'old.tmp');
	renameSync(target, old);
	try {
		renameSync(temporary, target);
	} catch (error) {
		renameSync(old, target);
		throw error;
	}
	rmSync(old, { recursive: true, force: true });
}

/** A `FileHandle` for each of tens of thousands of files takes longer than this. */
const [opened, written, synced, closed] = [
	promisify(open),
	promisify(write),
	promisify(fsync),
	promisify(close),
];

/** Makes a file that is not there yet. Opened once: to make it and then sync it by its path takes longer. */
async function writeForGood(path: string, bytes: Uint8Array): Promise<void> {
	const file = await opened(path, 'wx');
	try {
		for (let done = 0; done < bytes.length; ) done += (await written(file, bytes, done)).bytesWritten;
		await synced(file);
	} finally {
		await closed(file);
	}
}
