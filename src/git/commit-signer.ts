import { commitSignature } from '../model/signature/commit-signature.ts';
import type { Signer } from '../model/signature/signer.ts';
import { gitNamespace, verifySshSignature } from '../model/signature/verify-ssh-signature.ts';
import { gpgSignature } from './gpg-signature.ts';

/**
 * Checks the signature of a commit by its raw bytes (`git cat-file commit`); undefined where it has none. Only one of gpg
 * needs another program.
 */
export async function commitSigner(
	raw: Uint8Array,
	environment: Readonly<Record<string, string | undefined>>,
): Promise<Signer | undefined> {
	const signature = commitSignature(raw);
	if (signature === undefined) return undefined;
	if (signature.kind === 'x509') return { problem: 'Signatures by X.509 certificates are not checked' };
	if (signature.kind === 'gpg') {
		const { primaryKey, signingKey, problem } = await gpgSignature(signature, environment);
		return primaryKey === undefined ? { problem } : { gpg: [primaryKey, signingKey] };
	}
	const { publicKey, problem } = verifySshSignature(signature.armored, signature.payload, gitNamespace);
	return publicKey === undefined ? { problem } : { ssh: publicKey };
}
