import { type AllowedSigner, whyNotAllowed } from '../../model/signature/allowed-signers.ts';
import { samePublicKey, sshFingerprint } from '../../model/signature/public-key-line.ts';
import { verifySshSignature } from '../../model/signature/verify-ssh-signature.ts';
import { manifestName, signatureName } from '../manifest.ts';
import { doesNotHold, holds, notEvaluated, type VerifyCheck } from './verify-check.ts';

const name = 'signature/holds';

/** The namespace of the signatures over manifests. */
export const packetNamespace = 'sop-packet';

/** What a signature over a manifest is judged by. */
export interface SignatureInput {
	readonly manifest: Uint8Array;
	/** The text of the signature file; undefined where there is none. */
	readonly signature: string | undefined;
	/** Lines of the file of the reader; undefined where none was named. Never of the packet: its maker chose what is in it. */
	readonly trusted: readonly AllowedSigner[] | undefined;
	/** Now, in seconds: a signature does not say when it was made. */
	readonly instant: number;
}

/** Whether a manifest is signed by a key that its reader trusts. */
export function signatureHolds({ manifest, signature, trusted, instant }: SignatureInput): VerifyCheck {
	if (signature === undefined) {
		return trusted === undefined
			? notEvaluated(name, 'it is not signed, so nothing shows whose it is')
			: doesNotHold(name, 'it is not signed, so nothing shows that it is from anybody of --trust');
	}
	const { publicKey, problem } = verifySshSignature(signature, manifest, packetNamespace);
	if (publicKey === undefined)
		return doesNotHold(name, `${problem.charAt(0).toLowerCase()}${problem.slice(1)}`, [
			manifestName,
			signatureName,
		]);
	const key = sshFingerprint(publicKey) ?? publicKey;
	if (trusted === undefined)
		return notEvaluated(
			name,
			`the signature fits and is of the key ${key}; --trust FILE says whose keys count`,
		);
	const lines = trusted.filter((line) =>
		samePublicKey(publicKey, `${line.key.type} ${line.key.blob.toString('base64')}`),
	);
	if (lines.length === 0)
		return doesNotHold(name, `it is signed with the key ${key}, which --trust does not name`, [
			signatureName,
		]);
	const counting = lines.find((line) => whyNotAllowed(line, packetNamespace, instant) === undefined);
	if (counting !== undefined) return holds(name, `signed by ${counting.principals} with the key ${key}`);
	const why = lines.map(
		(line) => `the key of ${line.principals} ${whyNotAllowed(line, packetNamespace, instant)}`,
	);
	return doesNotHold(name, why.join('; '), [signatureName]);
}
