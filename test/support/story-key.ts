import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { signedText } from '../../src/model/signature/signed-text.ts';
import { recordNamespace } from '../../src/model/signature/verify-ssh-signature.ts';
import { wireString } from '../../src/model/signature/wire-reader.ts';
import { armour, signatureBlob, signedBytes } from './signing.ts';

// An Ed25519 key of PKCS 8 (RFC 8410 §7) is this and the 32 bytes of its seed.
const head = Buffer.from('302e020100300506032b657004220420', 'hex');
const key = createPrivateKey({
	key: Buffer.concat([head, Buffer.alloc(32, 7)]),
	format: 'der',
	type: 'pkcs8',
});
const type = 'ssh-ed25519';
const point = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');
const publicKey = Buffer.concat([type, point].map(wireString));

/** The one key that stories sign with: the same at any time, and nobody's. */
export const storyKey = {
	/** Its line of a .pub file. */
	line: `${type} ${publicKey.toString('base64')}`,
	/** The signature of a record, armoured. */
	sign(record: object): string {
		const signed = sign(null, signedBytes(signedText(record), recordNamespace), key);
		const signature = Buffer.concat([type, signed].map(wireString));
		return armour(signatureBlob({ publicKey, namespace: recordNamespace, signature }));
	},
};
