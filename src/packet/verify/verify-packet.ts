import { countOf } from '../../diagnostics/count-of.ts';
import type { AllowedSigner } from '../../model/signature/allowed-signers.ts';
import { manifestName, packetHash, parseManifest, signatureName, utf8 } from '../manifest.ts';
import type { PacketFiles } from '../packet-files.ts';
import { type ReadBasis, readBasis } from '../read-basis.ts';
import { jsonValue } from '../read-list.ts';
import { documentSet, documentsCanonical, type SetRow } from './documents-canonical.ts';
import { chainPrevious, headExpected } from './expectations.ts';
import { listsAgree } from './lists-agree.ts';
import { hashesOf, manifestComplete } from './manifest-complete.ts';
import { recordsAgree } from './records-agree.ts';
import { signatureHolds } from './signature-holds.ts';
import { signedTexts } from './signed-texts.ts';
import { doesNotHold, holds, notEvaluated, type VerifyCheck } from './verify-check.ts';

/** What a packet is verified by: nothing of it comes from the packet. */
export interface VerifyRequest {
	/** Lines of the reader's file of keys; undefined where none was named. */
	readonly trusted: readonly AllowedSigner[] | undefined;
	/** The commit, and the hash of the packet before, that the reader expects. */
	readonly head: string | undefined;
	readonly previous: string | undefined;
	/** Now, in seconds. */
	readonly instant: number;
	/** The canonical text of a source; undefined where it has none. */
	readonly canonicalOf: (file: string, source: Buffer) => string | undefined;
	/** What a record says; undefined where it says nothing. */
	readonly recordIn: (file: string, bytes: Buffer) => unknown;
	readonly onFile?: () => void;
}

/** What a packet alone could be asked. */
export interface VerifiedPacket {
	readonly checks: readonly VerifyCheck[];
	/** The hash of the packet; undefined without a manifest. */
	readonly hash: string | undefined;
	readonly basis: ReadBasis | undefined;
	/** The texts that it says were in force; undefined without their list. */
	readonly texts: readonly SetRow[] | undefined;
	/** What each of its files hashes to. */
	readonly hashes: ReadonlyMap<string, string>;
}

/** Asks a packet all that can be asked without a repository. Nothing is written. */
export async function verifyPacket(packet: PacketFiles, request: VerifyRequest): Promise<VerifiedPacket> {
	const manifest = await packet.read(manifestName);
	const reading = manifest.ok
		? parseManifest(manifest.value)
		: { problem: `${manifestName} ${manifest.why}` };
	const { hashes } = reading;
	const found = await hashesOf(packet, request.onFile);
	const { basis, check: basisKnown } = await basisOf(packet);
	const lists = await listsAgree(packet);
	const texts = documentSet(lists.lists.get('document-set'));
	const documents = await documentsCanonical(packet, texts, request.canonicalOf);
	const digests = new Set([...documents.digests, ...(texts ?? []).map(({ digest }) => digest)]);
	const unknown = 'the basis is not known';
	return {
		checks: [
			hashes === undefined
				? doesNotHold('manifest/readable', reading.problem ?? '', [manifestName])
				: holds('manifest/readable', `it names ${countOf(hashes.size, 'file')}`),
			hashes === undefined
				? notEvaluated('manifest/complete', 'the manifest cannot be read')
				: manifestComplete(hashes, found, packet.others),
			basisKnown,
			manifest.ok
				? await signatureOf(packet, manifest.value, request)
				: notEvaluated('signature/holds', 'there is no manifest that could be signed'),
			basis === undefined ? notEvaluated('chain/previous', unknown) : chainPrevious(basis, request.previous),
			basis === undefined ? notEvaluated('head/expected', unknown) : headExpected(basis, request.head),
			lists.check,
			documents.check,
			await recordsAgree(packet, digests, lists.lists.get('approvals'), request.recordIn),
			await signedTexts(packet, request.recordIn),
		],
		hash: manifest.ok ? packetHash(manifest.value) : undefined,
		basis,
		texts,
		hashes: new Map([...found].flatMap(([path, read]) => (read.ok ? [[path, read.value] as const] : []))),
	};
}

async function basisOf(
	packet: PacketFiles,
): Promise<{ readonly basis?: ReadBasis; readonly check: VerifyCheck }> {
	const name = 'basis/known';
	const file = 'basis.json';
	const read = await packet.read(file);
	if (!read.ok) return { check: doesNotHold(name, `${file} ${read.why}`, [file]) };
	const { basis, problem } = readBasis(jsonValue(read.value));
	if (basis === undefined) return { check: doesNotHold(name, `${file} cannot be used: ${problem}`, [file]) };
	const { library, period, head } = basis;
	const about = `library ${library}, ${period.from} to ${period.to} (${period.zone}), made from ${head}`;
	return { basis, check: holds(name, about) };
}

async function signatureOf(
	packet: PacketFiles,
	manifest: Buffer,
	{ trusted, instant }: VerifyRequest,
): Promise<VerifyCheck> {
	if (!packet.files.includes(signatureName))
		return signatureHolds({ manifest, signature: undefined, trusted, instant });
	const read = await packet.read(signatureName);
	if (!read.ok) return doesNotHold('signature/holds', `${signatureName} ${read.why}`, [signatureName]);
	return signatureHolds({ manifest, signature: utf8(read.value) ?? '', trusted, instant });
}
