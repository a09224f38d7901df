import { CommandError } from '../../diagnostics/command-error.ts';
import { type Hashes, sha256 } from '../../packet/manifest.ts';
import type { PacketFiles } from '../../packet/packet-files.ts';
import { isObject, type ReadBasis } from '../../packet/read-basis.ts';
import type { CommandContext } from '../command-context.ts';
import { build } from '../version.ts';
import { readRequests } from './given/read-requests.ts';
import { requestsPath } from './given/requests-path.ts';
import { preparePacket } from './prepare-packet.ts';

/**
 * Makes a packet anew from the repository at its basis, writing nothing, and gives what its files hash to; or why that
 * cannot be done here, as a cause.
 */
export async function rebuildPacket(
	context: CommandContext,
	packet: PacketFiles,
	basis: ReadBasis,
): Promise<Hashes | string> {
	if (basis.digests['tool'] !== (build ?? null))
		return 'another build of sop made it: the same one makes it anew, byte for byte';
	const { scope, withholding, known } = basis.whole;
	if (!isObject(scope) || !isObject(withholding))
		return 'its basis does not say what it was asked to be about';
	if (withholding['redact'] !== null && !context.has('redactionKey'))
		return 'people are called by pseudonyms: --redaction-key FILE names the key that makes the same ones';
	const requests = await packet.read(requestsPath);
	if (basis.whole['requestsSha256'] !== null && !requests.ok)
		return 'the requests that it answers are not in it';
	const call = context.withFlags({
		from: basis.period.from,
		to: basis.period.to,
		// Where it was asked by the newest commit, that is the head of now.
		known: known ?? undefined,
		knownAt: basis.head,
		id: scope['ids'],
		function: scope['functions'],
		framework: scope['frameworks'],
		maxClassification: withholding['maxClassification'] ?? undefined,
		opaqueIds: withholding['opaqueIds'],
		asAuditor: withholding['asAuditor'],
		redact: withholding['redact'] ?? undefined,
		requests: requests.ok ? requestsPath : undefined,
		previous: basis.previous === null ? undefined : 'PREVIOUS',
	});
	try {
		const { files } = await preparePacket(call, {
			previous: basis.previous,
			requests: requests.ok
				? { bytes: requests.value, read: readRequests(requests.value, requestsPath) }
				: null,
			place: undefined,
		});
		const hashes = new Map<string, string>();
		for await (const { path, content } of files()) hashes.set(path, sha256(content));
		return hashes;
	} catch (error) {
		if (error instanceof CommandError) return `it cannot be made anew here: ${error.message}`;
		throw error;
	}
}
