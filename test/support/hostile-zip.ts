import { deflateRawSync } from 'node:zlib';

/** An entry of a ZIP as a test wants it, however wrong. */
export interface HostileEntry {
	readonly name: string | Buffer;
	readonly content?: Buffer | string;
	readonly method?: number;
	readonly flags?: number;
	/** Permissions and kind, as Unix has them. */
	readonly mode?: number;
	/** What the directory, and the record of the entry itself, say instead of the truth. */
	readonly size?: number;
	readonly ownSize?: number;
	readonly ownName?: string;
	readonly extra?: Buffer;
	/** Its data is that of the entry at this place, whose record it points to. */
	readonly sameAs?: number;
	/** Where the directory says that its record begins. */
	readonly offset?: number;
}

/** A ZIP of such entries, made by hand, since programs that write ZIPs refuse to. */
export function hostileZip(entries: readonly HostileEntry[]): Buffer {
	const pieces: Buffer[] = [];
	const directory: Buffer[] = [];
	const offsets: number[] = [];
	let at = 0;
	for (const entry of entries) {
		const name = Buffer.from(entry.name);
		const content = Buffer.from(entry.content ?? 'content');
		const method = entry.method ?? 0;
		const data = method === 8 ? deflateRawSync(content) : content;
		const shared = (ownName: Buffer, size: number, extra: number) => {
			const header = Buffer.alloc(26);
			header.writeUInt16LE(20, 0);
			header.writeUInt16LE(entry.flags ?? 0x800, 2);
			header.writeUInt16LE(method, 4);
			header.writeUInt16LE(0x21, 8);
			header.writeUInt32LE(data.length, 14);
			header.writeUInt32LE(size, 18);
			header.writeUInt16LE(ownName.length, 22);
			header.writeUInt16LE(extra, 24);
			return header;
		};
		const size = entry.size ?? content.length;
		const ownName = Buffer.from(entry.ownName ?? name);
		const local = Buffer.concat([
			Buffer.from('PK\x03\x04'),
			shared(ownName, entry.ownSize ?? size, 0),
			ownName,
			data,
		]);
		const offset = entry.offset ?? (entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0));
		offsets.push(offset);
		if (entry.sameAs === undefined) {
			pieces.push(local);
			at += local.length;
		}
		const extra = entry.extra ?? Buffer.alloc(0);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE((entry.mode ?? 0o100644) * 0x10000, 6);
		tail.writeUInt32LE(offset, 10);
		directory.push(
			Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared(name, size, extra.length), tail, name, extra]),
		);
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...pieces, list, end]);
}
