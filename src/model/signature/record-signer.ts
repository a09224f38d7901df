import { signedText } from './signed-text.ts';
import type { Signer } from './signer.ts';
import { recordNamespace, verifySshSignature } from './verify-ssh-signature.ts';

/** Checks the signature that a record carries; undefined where it carries none. */
export function recordSigner(record: object): Signer | undefined {
	const signature: unknown = Reflect.get(record, 'signature');
	if (signature === undefined) return undefined;
	if (typeof signature !== 'string')
		return { problem: 'The signature is not written as an SSH signature is' };
	const { publicKey, problem } = verifySshSignature(signature, signedText(record), recordNamespace);
	return publicKey === undefined ? { problem } : { ssh: publicKey };
}
