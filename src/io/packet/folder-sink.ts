import {
	close,
	fsync,
	mkdirSync,
	open,
	readdirSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../write-atomically.ts';
import { kindAt, neighbourOf, sweep, syncFolder } from './neighbour.ts';
import { type PacketSink, refusal, type SinkOptions } from './packet-sink.ts';

/** Files or folders that are put on the disk at a time: file systems do many in one go. */
const together = 32;

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
	let files: string[] = [];
	let syncing = Promise.resolve();
	const syncFiles = () => {
		const waiting = files;
		files = [];
		syncing = syncing.then(() => inBatches(waiting, syncFile));
		// Whoever waits hears of it.
		syncing.catch(() => {});
		return syncing;
	};
	const folders = new Set([temporary]);
	const abandon = async () => {
		await syncing.catch(() => {});
		rmSync(temporary, { recursive: true, force: true });
	};
	return {
		add(name, bytes) {
			const file = resolve(temporary, name);
			if (relative(temporary, file).replaceAll('\\', '/') !== name || name.startsWith('..'))
				throw refusal('EOUTSIDE', name);
			const folder = dirname(file);
			if (!folders.has(folder)) {
				mkdirSync(folder, { recursive: true });
				for (let one = folder; !folders.has(one); one = dirname(one)) folders.add(one);
			}
			try {
				writeFileSync(file, bytes, { flag: 'wx' });
			} catch (error) {
				throw codeOf(error) === 'EEXIST' ? refusal('ETWICE', name) : error;
			}
			files.push(file);
		},
		flush() {
			const before = syncing;
			syncFiles();
			return before;
		},
		async finish() {
			// Every file and every folder before the move, not after it: a packet that bears its name is whole on the disk,
			// whenever the power goes.
			await syncFiles();
			await inBatches([...folders], syncFolder);
			// Something may have been put there meanwhile.
			refuseStanding(target, options);
			replaceFolder(temporary, target);
			await syncFolder(dirname(target));
		},
		abandon,
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

async function inBatches(paths: readonly string[], sync: (path: string) => Promise<void>): Promise<void> {
	for (let at = 0; at < paths.length; at += together)
		await Promise.all(paths.slice(at, at + together).map(sync));
}

/** A `FileHandle` for each of tens of thousands of files takes longer than this. */
const [opened, synced, closed] = [promisify(open), promisify(fsync), promisify(close)];

async function syncFile(path: string): Promise<void> {
	const file = await opened(path, 'r+');
	try {
		await synced(file);
	} finally {
		await closed(file);
	}
}
