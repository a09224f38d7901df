import { resolve } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import { folderSink } from '../../io/packet/folder-sink.ts';
import type { PacketSink } from '../../io/packet/packet-sink.ts';
import { zipSink } from '../../io/packet/zip-sink.ts';
import { inertText } from '../../report/inert-text.ts';

/** Where a packet goes, as the user said it. */
export interface PacketPlace {
	readonly kind: 'folder' | 'zip';
	/** As written; relative to `from`. */
	readonly path: string;
	/** Absolute. */
	readonly from: string;
	readonly force: boolean;
	/** The top folder in a ZIP: `audit-FROM-TO`. */
	readonly folder: string;
}

/**
 * Writes a packet by what `work` adds to its sink: all of it or nothing. Whatever the file system refuses is told in words
 * (exit 3), and what stands at the place already (exit 2).
 */
export async function writePacket<Answer>(
	place: PacketPlace,
	work: (sink: Pick<PacketSink, 'add'>) => Promise<Answer>,
): Promise<Answer> {
	const target = resolve(place.from, place.path);
	const open = () => (place.kind === 'zip' ? zipSink(target, place) : folderSink(target, place));
	const told = (error: unknown): never => {
		throw inWords(error, place);
	};
	const orTold = <Value>(write: () => Value): Value => {
		try {
			return write();
		} catch (error) {
			return told(error);
		}
	};
	const sink = orTold(open);
	try {
		const answer = await work({ add: (path, bytes) => orTold(() => sink.add(path, bytes)) });
		await sink.finish().catch(told);
		return answer;
	} catch (error) {
		await sink.abandon();
		throw error;
	}
}

function inWords(error: unknown, { kind, path }: PacketPlace): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
	if (code === undefined || error instanceof CommandError) return error;
	const shown = inertText(path);
	const flag = kind === 'zip' ? '--zip' : '--out';
	switch (code) {
		case 'EEXIST':
		case 'ENOTEMPTY':
			return new CommandError(`Something stands at ${shown} already`, {
				help: `Name another place with ${flag}; or --force replaces a packet that stands there, as a whole.`,
			});
		case 'ENOTPACKET':
			return new CommandError(`What stands at ${shown} is no packet, so --force does not replace it`, {
				help: `Name another place with ${flag}, or remove it yourself.`,
			});
		case 'ELOOP':
			return new CommandError(`${shown} is a link, and is not followed`, {
				help: `Name the place itself with ${flag}.`,
			});
		case 'ENOSPC':
		case 'EDQUOT':
			return new CommandError(`The disk is full: no packet was written to ${shown}`, {
				help: 'Make room, or name another disk. A ZIP needs its size twice while it is written.',
				exitCode: 3,
			});
		default:
			return new CommandError(`The packet cannot be written to ${shown} (${code})`, {
				help: 'Check the path, its permissions and the space on the disk.',
				exitCode: 3,
			});
	}
}
