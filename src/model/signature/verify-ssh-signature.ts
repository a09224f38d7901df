import { createHash } from 'node:crypto';
import { exactBase64 } from './exact-base64.ts';
import { sshPublicKey } from './ssh-public-key.ts';
import { WireReader, wireString } from './wire-reader.ts';

/** The namespace of the signatures that records carry. */
export const recordNamespace = 'sop-approval';

/** The namespace in which git signs commits and tags. */
export const gitNamespace = 'git';

/** Whose key made a signature, as a line of a .pub file without a comment; or why it does not hold, as a sentence without a full stop. */
export type SshVerdict =
	| { readonly publicKey: string; readonly problem?: never }
	| { readonly publicKey?: never; readonly problem: string };

const preamble = 'SSHSIG';
const hashes = ['sha256', 'sha512'];

/** More than any key makes; what is longer is not looked at. */
const longestArmour = 64 * 1024;

/**
 * Checks an SSH signature (OpenSSH PROTOCOL.sshsig) over a message (a text as UTF-8), made for a namespace. It says which
 * key made it and nothing of whose key that is. No dates are looked at, no file, no program. Never throws.
 */
export function verifySshSignature(
	armored: string,
	message: string | Uint8Array,
	namespace: string,
): SshVerdict {
	const blob = withoutArmour(armored);
	if (blob === undefined) return { problem: 'The signature is not written as an SSH signature is' };
	const reader = new WireReader(blob);
	if (reader.bytes(preamble.length)?.toString('latin1') !== preamble)
		return { problem: 'The signature is no SSH signature' };
	const version = reader.uint32();
	if (version !== 1) return { problem: `SSH signatures of version ${version ?? '(none)'} are not known` };
	const keyBlob = reader.string();
	const madeFor = reader.string();
	const reserved = reader.string();
	const hash = reader.name();
	const signature = reader.string();
	if (keyBlob === undefined || hash === undefined || signature === undefined || !reader.ended)
		return { problem: 'The signature is damaged' };
	if (madeFor?.equals(Buffer.from(namespace)) !== true || namespace === '')
		return { problem: `The signature was made for something else than ${namespace}` };
	// OpenSSH skips what stands there, so it would not be covered by the signature.
	if (reserved?.length !== 0) return { problem: 'The signature has fields that are not known' };
	if (!hashes.includes(hash)) return { problem: 'The signature is over a hash that is not accepted' };
	const key = sshPublicKey(keyBlob);
	if ('problem' in key) return key;
	const digest = createHash(hash).update(message).digest();
	const signed = [wireString(namespace), wireString(''), wireString(hash), wireString(digest)];
	if (!key.verifies(signature, Buffer.concat([Buffer.from(preamble), ...signed])))
		return { problem: 'The signature does not fit the text' };
	return { publicKey: `${key.type} ${keyBlob.toString('base64')}` };
}

function withoutArmour(armored: string): Buffer | undefined {
	if (armored.length > longestArmour) return undefined;
	const [, body] =
		/^-----BEGIN SSH SIGNATURE-----\r?\n((?:[A-Za-z0-9+/=]+\r?\n)+)-----END SSH SIGNATURE-----(?:\r?\n)?$/.exec(
			armored,
		) ?? [];
	return body === undefined ? undefined : exactBase64(body.replace(/[\r\n]/g, ''));
}
