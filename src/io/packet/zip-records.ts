/** What a ZIP says of a file in it, twice: before its data, and in the directory at the end. */
export interface ZipEntry {
	/** In UTF-8. */
	readonly name: Buffer;
	readonly method: 'stored' | 'deflated';
	readonly crc32: number;
	/** Bytes, as they lie in the archive and as they were. */
	readonly packed: number;
	readonly size: number;
	/** Where its first record begins. */
	readonly offset: number;
}

const most16 = 0xffff;
const most32 = 0xffffffff;

/** Names in UTF-8. */
const flags = 0x0800;

/** 1980-01-01, the first day that a ZIP can say; its time is 0. */
const day = (1 << 5) | 1;

/** A file that its owner may write and everybody read. */
const permissions = 0o100644;

const unix = 3;

/** The record before the data of a file (APPNOTE.TXT 6.3.10, §4.3.7): always 2.0, as no packet holds a file of 4 GiB. */
export function localHeader(entry: ZipEntry): Buffer {
	const header = Buffer.alloc(30);
	header.writeUInt32LE(0x04034b50, 0);
	writeShared(header, 4, entry, 20);
	return Buffer.concat([header, entry.name]);
}

/** What the directory says of a file (§4.3.12); where it begins beyond 4 GiB, in an extra field of ZIP64 (§4.5.3). */
export function directoryRecord(entry: ZipEntry): Buffer {
	const isFar = entry.offset >= most32;
	const extra = Buffer.alloc(isFar ? 12 : 0);
	if (isFar) {
		extra.writeUInt16LE(1, 0);
		extra.writeUInt16LE(8, 2);
		extra.writeBigUInt64LE(BigInt(entry.offset), 4);
	}
	const version = isFar ? 45 : 20;
	const record = Buffer.alloc(46);
	record.writeUInt32LE(0x02014b50, 0);
	record.writeUInt16LE((unix << 8) | version, 4);
	writeShared(record, 6, entry, version);
	record.writeUInt16LE(extra.length, 30);
	record.writeUInt32LE(permissions * 0x10000, 38);
	record.writeUInt32LE(isFar ? most32 : entry.offset, 42);
	return Buffer.concat([record, entry.name, extra]);
}

/** The end of an archive (§4.3.14 to §4.3.16): of ZIP64 only where the older form cannot say it. Sizes in bytes. */
export function endRecords(
	count: number,
	directory: { readonly offset: number; readonly size: number },
): Buffer {
	const { offset, size } = directory;
	const isLarge = count >= most16 || offset >= most32 || size >= most32;
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Math.min(count, most16), 8);
	end.writeUInt16LE(Math.min(count, most16), 10);
	end.writeUInt32LE(Math.min(size, most32), 12);
	end.writeUInt32LE(Math.min(offset, most32), 16);
	if (!isLarge) return end;
	const large = Buffer.alloc(56);
	large.writeUInt32LE(0x06064b50, 0);
	large.writeBigUInt64LE(44n, 4);
	large.writeUInt16LE((unix << 8) | 45, 12);
	large.writeUInt16LE(45, 14);
	large.writeBigUInt64LE(BigInt(count), 24);
	large.writeBigUInt64LE(BigInt(count), 32);
	large.writeBigUInt64LE(BigInt(size), 40);
	large.writeBigUInt64LE(BigInt(offset), 48);
	const locator = Buffer.alloc(20);
	locator.writeUInt32LE(0x07064b50, 0);
	locator.writeBigUInt64LE(BigInt(offset + size), 8);
	locator.writeUInt32LE(1, 16);
	return Buffer.concat([large, locator, end]);
}

/** From the version that is needed to the length of the extra field, as both records have it. */
function writeShared(record: Buffer, at: number, entry: ZipEntry, version: number): void {
	record.writeUInt16LE(version, at);
	record.writeUInt16LE(flags, at + 2);
	record.writeUInt16LE(entry.method === 'deflated' ? 8 : 0, at + 4);
	record.writeUInt16LE(0, at + 6);
	record.writeUInt16LE(day, at + 8);
	record.writeUInt32LE(entry.crc32, at + 10);
	record.writeUInt32LE(entry.packed, at + 14);
	record.writeUInt32LE(entry.size, at + 18);
	record.writeUInt16LE(entry.name.length, at + 22);
}
