import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** What the directory of a ZIP says of an entry, and its own record where that differs. Nothing of it is trusted yet. */
export interface ZipFacts {
	/** In UTF-8; undefined where it is not. */
	readonly name: string | undefined;
	readonly kind: 'file' | 'folder' | 'link' | 'other';
	readonly isEncrypted: boolean;
	/** Whether its data is stored or deflated, and not packed in another way. */
	readonly isReadable: boolean;
	/** Whether it bears a second name for those who look for one. */
	readonly hasOtherName: boolean;
	/** Bytes. */
	readonly packed: number;
	readonly size: number;
	/** From the first byte of its record to the last of its data. */
	readonly from: number;
	readonly to: number;
	/** What its own record says otherwise than the directory, if anything. */
	readonly differs: 'name' | 'size' | 'method' | undefined;
}

/** A ZIP that was opened. */
export interface RawZip {
	readonly entries: readonly ZipFacts[];
	/** Unpacks an entry. Throws where the data is damaged, or longer or shorter than was said. */
	pieces(entry: ZipFacts): AsyncIterable<Buffer>;
	close(): void;
}

/** Opens a ZIP by its directory. Throws an Error whose message says what is wrong with it, among that more entries than `most`. */
export async function openZip(path: string, most: number): Promise<RawZip> {
	const zip = await openPromise(path, { decodeStrings: false, autoClose: false, validateEntrySizes: true });
	try {
		if (zip.entryCount > most) throw new Error(`it has ${zip.entryCount} entries; ${most} are the most`);
		const found = new Map<ZipFacts, Entry>();
		for await (const entry of zip.eachEntry()) found.set(await factsOf(zip, entry), entry);
		return {
			entries: [...found.keys()],
			async *pieces(facts) {
				const entry = found.get(facts);
				if (entry !== undefined) yield* await zip.openReadStreamPromise(entry);
			},
			close: () => zip.close(),
		};
	} catch (error) {
		zip.close();
		throw error;
	}
}

async function factsOf(zip: ZipFile, entry: Entry): Promise<ZipFacts> {
	const own = await zip.readLocalFileHeaderPromise(entry);
	const { fileNameRaw, generalPurposeBitFlag: flags, compressedSize: packed, uncompressedSize: size } = entry;
	// Sizes that were not known before the data come after it; ZIP64 keeps them elsewhere.
	const isLater =
		(flags & 8) !== 0 || own.compressedSize === 0xffffffff || own.uncompressedSize === 0xffffffff;
	const sameSizes = isLater || (own.compressedSize === packed && own.uncompressedSize === size);
	const sameMethod = own.compressionMethod === entry.compressionMethod && own.generalPurposeBitFlag === flags;
	return {
		name: nameOf(fileNameRaw, flags),
		kind: kindOf(entry),
		isEncrypted: (flags & 0x2041) !== 0,
		isReadable: entry.compressionMethod === 0 || entry.compressionMethod === 8,
		hasOtherName: entry.extraFields.some(({ id }) => id === 0x7075),
		packed,
		size,
		from: entry.relativeOffsetOfLocalHeader,
		to: own.fileDataStart + packed,
		differs: !own.fileName.equals(fileNameRaw)
			? 'name'
			: !sameMethod
				? 'method'
				: sameSizes
					? undefined
					: 'size',
	};
}

/** A name that is not said to be UTF-8 is of some code page, and read as such only where all of them agree: ASCII. */
function nameOf(raw: Buffer, flags: number): string | undefined {
	const isAscii = raw.every((byte) => byte < 0x80);
	if (!isAscii && (flags & 0x0800) === 0) return undefined;
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
	} catch {
		return undefined;
	}
}

/** What an entry is to systems that keep permissions as Unix does, and to the others. */
function kindOf({ externalFileAttributes, fileNameRaw }: Entry): ZipFacts['kind'] {
	const type = (externalFileAttributes >>> 16) & 0o170000;
	if (type === 0o120000) return 'link';
	const isFolder = fileNameRaw.at(-1) === 0x2f;
	if (type === 0o040000 || (type === 0 && (externalFileAttributes & 0x10) !== 0))
		return isFolder ? 'folder' : 'other';
	if (type !== 0 && type !== 0o100000) return 'other';
	return isFolder ? 'folder' : 'file';
}
