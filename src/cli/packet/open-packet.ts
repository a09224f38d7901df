import { resolve } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import { piecesOfFile, readFolderTree, sha256OfPieces } from '../../io/packet/read-folder.ts';
import { openZip, type RawZip, type ZipFacts } from '../../io/packet/read-zip.ts';
import { codeOf } from '../../io/write-atomically.ts';
import { byCodeUnit } from '../../packet/compare.ts';
import type { PacketFiles, PacketRead } from '../../packet/packet-files.ts';
import { mostEntries, zipFiles } from '../../packet/zip-entries.ts';
import { inertText } from '../../report/inert-text.ts';
import type { CommandContext } from '../command-context.ts';

/** Bytes of a file that is read whole; what only has to be hashed may be larger. */
const largest = 512 * 2 ** 20;

/**
 * Opens the packet at a path, a folder or a ZIP. Throws where nothing can be read there (exit 3), and where a ZIP is made to
 * mislead or to harm (exit 1).
 */
export async function openPacket({ io, folder }: CommandContext, path: string): Promise<PacketFiles> {
	const place = io.files.realPath(resolve(folder, path));
	const kind = place === null ? undefined : io.files.facts(place)?.kind;
	if (place === null || kind === undefined)
		throw new CommandError(`There is no packet at ${inertText(path)}`, {
			help: 'sop audit --out DIR, or --zip FILE, writes one.',
		});
	if (kind === 'directory') return folderPacket(place, path);
	if (kind === 'file') return await zipPacket(place, path);
	throw new CommandError(`${inertText(path)} is neither a folder nor a ZIP`);
}

function folderPacket(folder: string, asked: string): PacketFiles {
	try {
		const { files, others } = readFolderTree(folder);
		const known = new Set(files);
		return packetOf(
			'folder',
			files,
			others,
			() => {},
			(path) => (known.has(path) ? piecesOfFile(folder, path) : undefined),
		);
	} catch (error) {
		throw unreadable(asked, codeOf(error));
	}
}

async function zipPacket(file: string, asked: string): Promise<PacketFiles> {
	const zip = await openZip(file, mostEntries).catch((error: unknown) => {
		const code = codeOf(error);
		if (code !== 'unknown error') throw unreadable(asked, code);
		throw refused(asked, error instanceof Error ? error.message : String(error));
	});
	const judged = zipFiles<ZipFacts>(zip.entries);
	if (judged.refused !== undefined) {
		zip.close();
		throw refused(asked, judged.refused);
	}
	return ofZip(zip, judged.files);
}

function ofZip(zip: RawZip, files: ReadonlyMap<string, ZipFacts>): PacketFiles {
	return packetOf(
		'zip',
		[...files.keys()],
		[],
		() => zip.close(),
		(path) => {
			const entry = files.get(path);
			return entry && zip.pieces(entry);
		},
	);
}

function unreadable(path: string, code: string): CommandError {
	return new CommandError(`${inertText(path)} cannot be read (${code})`, {
		help: 'Check its permissions.',
		exitCode: 3,
	});
}

function refused(path: string, why: string): CommandError {
	return new CommandError(`${inertText(path)} is refused as a packet: ${inertText(why)}`, {
		help: 'Nothing of it was unpacked. Ask whoever sent it for the packet as sop wrote it, a ZIP or a folder.',
		exitCode: 1,
	});
}

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

function packetOf(
	kind: PacketFiles['kind'],
	files: readonly string[],
	others: PacketFiles['others'],
	close: () => void,
	piecesOf: (path: string) => Pieces | undefined,
): PacketFiles {
	const taken = async <Value>(path: string, take: (pieces: Pieces) => Promise<PacketRead<Value>>) => {
		const pieces = piecesOf(path);
		if (pieces === undefined) return { ok: false, why: 'is not in the packet' } as const;
		try {
			return await take(pieces);
		} catch (error) {
			const code = codeOf(error);
			const why = code === 'unknown error' && error instanceof Error ? error.message : code;
			return { ok: false, why: `cannot be read (${why})` } as const;
		}
	};
	return {
		kind,
		files: [...files].sort(byCodeUnit),
		others,
		close,
		read: (path) => taken(path, whole),
		sha256: (path) => taken(path, async (pieces) => ({ ok: true, value: await sha256OfPieces(pieces) })),
	};
}

async function whole(pieces: Pieces): Promise<PacketRead<Buffer>> {
	const all: Uint8Array[] = [];
	let size = 0;
	for await (const piece of pieces) {
		size += piece.length;
		if (size > largest) return { ok: false, why: `is larger than ${largest / 2 ** 20} MiB` };
		all.push(piece);
	}
	return { ok: true, value: Buffer.concat(all) };
}
