import { CommandError } from '../../../diagnostics/command-error.ts';
import type { PacketSink } from '../../../io/packet/packet-sink.ts';
import { manifestName, manifestText, packetHash, sha256, signatureName } from '../../../packet/manifest.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { ChosenKey } from '../../records/chosen-key.ts';
import type { PreparedPacket } from '../prepare-packet.ts';
import { signPacketText } from './sign-packet.ts';

/** Writes a packet with its manifest, signed where there is a key, and gives its hash. */
export async function writePacket(
	context: CommandContext,
	packet: PreparedPacket,
	sink: PacketSink,
	key: ChosenKey | undefined,
	place: string,
): Promise<string> {
	const hashes = new Map<string, string>();
	const counter = context.counter('files');
	for await (const { path, content } of packet.files()) {
		const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
		add(sink, path, bytes, place);
		hashes.set(path, sha256(bytes));
		if (hashes.size % flushEvery === 0) await flush(sink, place);
		if (hashes.size % countEvery === 0) counter.at(hashes.size);
	}
	counter.end();
	const manifest = manifestText(hashes);
	add(sink, manifestName, Buffer.from(manifest, 'utf8'), place);
	if (key !== undefined)
		add(sink, signatureName, Buffer.from(await signPacketText(context, key, manifest), 'utf8'), place);
	try {
		await sink.finish();
	} catch (error) {
		throw unwritten(error, place);
	}
	return packetHash(manifest);
}

/** Files between two looks at the disk, which goes on with others meanwhile. */
const flushEvery = 4;

/** Files between two words on a terminal. */
const countEvery = 200;

async function flush(sink: PacketSink, place: string): Promise<void> {
	try {
		await sink.flush();
	} catch (error) {
		throw unwritten(error, place);
	}
}

function add(sink: PacketSink, path: string, bytes: Uint8Array, place: string): void {
	try {
		sink.add(path, bytes);
	} catch (error) {
		throw unwritten(error, place);
	}
}

function unwritten(error: unknown, place: string): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
	if (code === undefined) return error;
	return new CommandError(
		`The packet cannot be written to ${inertText(place)} (${code}); nothing stands there`,
		{
			help: 'Check the permissions and the space on the disk.',
			exitCode: 3,
		},
	);
}
