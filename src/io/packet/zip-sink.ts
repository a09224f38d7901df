import { closeSync, fsyncSync, linkSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { kindAt, neighbourOf, sweep, syncFolder } from './neighbour.ts';
import { type PacketSink, refusal, type SinkOptions } from './packet-sink.ts';
import { directoryRecord, endRecords, localHeader, type ZipEntry } from './zip-records.ts';

/** How a ZIP is written. */
export interface ZipSinkOptions extends SinkOptions {
	/** The folder at its top that all files lie in, without a `/`. */
	readonly folder: string;
}

/** Where the packed bytes of a file wait for their turn. */
interface Waiting extends Omit<ZipEntry, 'name' | 'offset'> {
	readonly from: number;
}

const piece = 1 << 20;

/**
 * Writes a packet as a ZIP: the same bytes for the same files, in whatever order they come, on every machine and version
 * of Node. So fflate packs them, as the zlib of Node differs between versions and processors; the files stand in the order
 * of their names, all with one day and one permission. Packed bytes wait on the disk, so that memory holds names only.
 * Nothing stands under the name of the ZIP before all of it does.
 */
export function zipSink(path: string, options: ZipSinkOptions): PacketSink {
	const target = resolve(path);
	sweep(target);
	refuseStanding(target, options);
	const spoolPath = neighbourOf(target, 'spool.tmp');
	const temporary = neighbourOf(target, 'tmp');
	const spool = openSync(spoolPath, 'wx+');
	const waiting = new Map<string, Waiting>();
	let spooled = 0;
	let isOpen = true;
	const abandon = async () => {
		if (isOpen) closeSync(spool);
		isOpen = false;
		for (const file of [spoolPath, temporary]) rmSync(file, { force: true });
	};
	return {
		add(name, bytes) {
			if (waiting.has(name)) throw refusal('ETWICE', name);
			const deflated = deflateSync(bytes, { level: 6, mem: memoryFor(bytes.length) });
			const method = deflated.length < bytes.length ? 'deflated' : 'stored';
			const packed = method === 'deflated' ? deflated : bytes;
			writeAll(spool, packed);
			const sizes = { packed: packed.length, size: bytes.length };
			waiting.set(name, { method, crc32: crc32(bytes), ...sizes, from: spooled });
			spooled += packed.length;
		},
		// Packed bytes wait for the end: nothing of them is for good before that.
		async flush() {},
		async finish() {
			const zip = openSync(temporary, 'wx');
			try {
				writeArchive(zip, spool, options.folder, waiting);
				fsyncSync(zip);
			} finally {
				closeSync(zip);
			}
			refuseStanding(target, options);
			if (options.force) renameSync(temporary, target);
			// A link, unlike a rename, fails where something stands already.
			else linkSync(temporary, target);
			await abandon();
			await syncFolder(dirname(target));
		},
		abandon,
	};
}

function writeArchive(
	zip: number,
	spool: number,
	folder: string,
	waiting: ReadonlyMap<string, Waiting>,
): void {
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [path, one] of [...waiting].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const entry = { ...one, name: Buffer.from(`${folder}/${path}`), offset };
		const header = localHeader(entry);
		writeAll(zip, header);
		copy(spool, one.from, one.packed, zip);
		directory.push(directoryRecord(entry));
		offset += header.length + one.packed;
	}
	const size = directory.reduce((sum, { length }) => sum + length, 0);
	for (const record of directory) writeAll(zip, record);
	writeAll(zip, endRecords(waiting.size, { offset, size }));
}

function copy(from: number, at: number, length: number, to: number): void {
	const buffer = Buffer.allocUnsafe(Math.min(piece, length));
	for (let done = 0; done < length; ) {
		const read = readSync(from, buffer, 0, Math.min(buffer.length, length - done), at + done);
		if (read === 0) throw new Error('What was written a moment ago is gone');
		writeAll(to, buffer.subarray(0, read));
		done += read;
	}
}

function writeAll(file: number, bytes: Uint8Array): void {
	for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** How much fflate may remember: left to itself it takes a logarithm, which need not be the same everywhere. */
function memoryFor(size: number): 0 | 4 | 8 {
	return size < 1 << 12 ? 0 : size < 1 << 16 ? 4 : 8;
}

function refuseStanding(target: string, { force }: SinkOptions): void {
	const kind = kindAt(target);
	if (kind === undefined) return;
	if (kind === 'link') throw refusal('ELOOP', target);
	if (!force) throw refusal('EEXIST', target);
	if (kind !== 'file' || !beginsAsPacket(target)) throw refusal('ENOTPACKET', target);
}

/** Whether a file begins with the record of a manifest below one folder, as every ZIP of a packet does: it is first by its name. */
function beginsAsPacket(path: string): boolean {
	const start = Buffer.alloc(512);
	const file = openSync(path, 'r');
	try {
		const length = readSync(file, start, 0, start.length, 0);
		if (length < 30 || start.readUInt32LE(0) !== 0x04034b50) return false;
		const name = start.subarray(30, 30 + start.readUInt16LE(26)).toString();
		return /^[^/]+\/MANIFEST\.sha256$/.test(name);
	} finally {
		closeSync(file);
	}
}
