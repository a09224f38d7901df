import { CommandError } from '../../diagnostics/command-error.ts';
import { manifestName } from '../../packet/manifest.ts';
import type { PacketFiles } from '../../packet/packet-files.ts';
import { inertText } from '../../report/inert-text.ts';

/** Throws where nothing says that this was ever a packet: a list of checks that do not hold would mislead. */
export function refuseNoPacket({ files }: PacketFiles, asked: string): void {
	if (files.includes(manifestName) || files.includes('basis.json')) return;
	throw new CommandError(
		`${inertText(asked)} is no packet: it holds neither ${manifestName} nor basis.json at its top`,
		{ help: 'Name the ZIP itself, or the folder that holds index.html.', exitCode: 1 },
	);
}
