import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Basis } from '../../../packet/basis.ts';
import { manifestName, packetHash } from '../../../packet/manifest.ts';
import { readBasis } from '../../../packet/read-basis.ts';
import { jsonValue } from '../../../packet/read-list.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { openPacket } from '../../packet/open-packet.ts';

/** The packet that `--previous` names, by its hash and head; null without the flag. */
export async function previousPacket(context: CommandContext): Promise<Basis['previous']> {
	const named = context.text('previous');
	if (named === undefined) return null;
	const packet = await openPacket(context, named);
	try {
		const manifest = await packet.read(manifestName);
		const basis = await packet.read('basis.json');
		if (!manifest.ok || !basis.ok) throw noPacket(named, 'MANIFEST.sha256 or basis.json cannot be read');
		const read = readBasis(jsonValue(basis.value));
		if (read.basis === undefined) throw noPacket(named, read.problem);
		return { manifestSha256: packetHash(manifest.value), head: read.basis.head };
	} finally {
		packet.close();
	}
}

function noPacket(named: string, why: string): CommandError {
	return new CommandError(`${inertText(named)} is no packet that could come before: ${why}`, {
		help: 'sop verify tells what is wrong with it.',
	});
}
