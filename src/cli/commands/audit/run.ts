import { basename, resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { keepHeapSmall } from '../../../io/keep-heap-small.ts';
import { folderSink } from '../../../io/packet/folder-sink.ts';
import { zipSink } from '../../../io/packet/zip-sink.ts';
import { isInside } from '../../../library/find-files.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { inertText } from '../../../report/inert-text.ts';
import { givenToPacket } from '../../audit/given/given-to-packet.ts';
import { type PreparedPacket, preparePacket } from '../../audit/prepare-packet.ts';
import { packetKey } from '../../audit/write/packet-key.ts';
import { writeEnvironment } from '../../audit/write/write-environment.ts';
import { writePacket } from '../../audit/write/write-packet.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printVerdicts } from './print-verdicts.ts';

/** `sop audit`. Ends with 1 where a check does not hold. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const place = placeOf(context);
	keepHeapSmall();
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const key = place === undefined ? undefined : await packetKey(context, library);
	const given = await givenToPacket(context, place?.path);
	// Before minutes of work: what stands at the place may not be overwritten.
	const sink = place === undefined ? undefined : sinkFor(context, place);
	let packet: PreparedPacket;
	try {
		packet = await preparePacket(context, given);
		if (sink !== undefined && place !== undefined) {
			const hash = await writePacket(context, packet, sink, key, place.path);
			await writeEnvironment(context, packet, hash, place.path, key);
			if (isInside(library.root.path, place.path))
				context.warn(
					'It lies in the library: move it elsewhere before anybody commits it, as no packet belongs into git.',
				);
			context.say(`The packet is ${inertText(place.path)}. Its hash (SHA-256 of MANIFEST.sha256): ${hash}`);
			context.say(
				place.kind === 'folder'
					? `Read ${inertText(place.path)}/index.html.`
					: 'Unpack it and read index.html.',
			);
		}
	} catch (error) {
		await sink?.abandon();
		throw error;
	}
	await printVerdicts(context, packet);
	return (await packet.sections()).some(({ checks }) =>
		checks.some(({ result }) => result === 'does not hold'),
	)
		? exitCode.findings
		: exitCode.clean;
}

interface Place {
	readonly kind: 'folder' | 'zip';
	/** Absolute. */
	readonly path: string;
}

/** Where the packet goes; undefined for `--check`. */
function placeOf(context: CommandContext): Place | undefined {
	const [out, zip] = [context.text('out'), context.text('zip')];
	if (context.has('check')) {
		if (out === undefined && zip === undefined) return undefined;
		throw new CommandError('--check makes no packet: leave out --out and --zip, or --check');
	}
	if ((out === undefined) === (zip === undefined)) {
		throw new CommandError(
			out === undefined
				? 'Where shall the packet go? --out or --zip is missing'
				: 'Give --out or --zip, not both',
			{
				help: 'sop audit --from 2026-01-01 --to 2026-03-31 --out packet; --check prints the verdicts alone.',
			},
		);
	}
	return out === undefined
		? { kind: 'zip', path: resolve(context.folder, zip ?? '') }
		: { kind: 'folder', path: resolve(context.folder, out) };
}

function sinkFor(context: CommandContext, { kind, path }: Place) {
	const force = context.has('force');
	try {
		return kind === 'folder'
			? folderSink(path, { force })
			: zipSink(path, { force, folder: `audit-${context.text('from')}-${context.text('to')}` });
	} catch (error) {
		throw placeError(error, path);
	}
}

/** What a refusal of a place means for whoever called. */
function placeError(error: unknown, path: string): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
	const shown = inertText(path);
	switch (code) {
		case undefined:
			return error;
		case 'EEXIST':
			return new CommandError(`${shown} is there already, and not empty`, {
				help: `Give another place, or --force to replace a packet as a whole. ${inertText(basename(path))} is never merged into.`,
			});
		case 'ENOTPACKET':
			return new CommandError(`${shown} is no packet, so --force does not replace it`, {
				help: 'Give another place.',
			});
		case 'ELOOP':
			return new CommandError(`${shown} is a link`, { help: 'Give the place that it leads to.' });
		default:
			return new CommandError(`${shown} cannot be written (${code})`, {
				help: 'Check the path, its permissions and the space on the disk.',
				exitCode: 3,
			});
	}
}
