import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { GivenToPacket } from '../prepare-packet.ts';
import { previousPacket } from './previous-packet.ts';
import { readRequests } from './read-requests.ts';

/** Reads what a call names beside the repository: the packet before, and the auditor's requests. */
export async function givenToPacket(
	context: CommandContext,
	place: string | undefined,
): Promise<GivenToPacket> {
	return { previous: await previousPacket(context), requests: requestsOf(context), place };
}

function requestsOf(context: CommandContext): GivenToPacket['requests'] {
	const named = context.text('requests');
	if (named === undefined) return null;
	const read = context.io.files.read(resolve(context.folder, named));
	if (!read.ok) {
		throw new CommandError(`The list of requests ${inertText(named)} cannot be read (${read.code})`, {
			help: 'Give the path of a CSV file with the columns id and request.',
		});
	}
	return { bytes: read.bytes, read: readRequests(read.bytes, named) };
}
