// An Ed25519 key made from a name, in the form that OpenSSH keeps keys in: the same one each time. Everybody can make it, so
// it proves nothing outside the example company.
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

// A PKCS #8 private key of Ed25519 (RFC 8410 §7) is this, and the 32 bytes of the seed.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key of a person: the text of the private file, and the line of the .pub file.
 *
 * @param {string} address
 */
export function sshKey(address) {
	const seed = createHash('sha256').update(`example company of sop: ${address}`).digest();
	const secret = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
	const point = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
	const blob = Buffer.concat([string('ssh-ed25519'), string(point)]);
	// OpenSSH's PROTOCOL.key: no cipher, one key; two check numbers that are equal.
	const inner = Buffer.concat([
		Buffer.from('0000000100000001', 'hex'),
		blob,
		string(Buffer.concat([seed, point])),
		string(address),
	]);
	const padding = Buffer.from(Array.from({ length: -inner.length & 7 }, (_, at) => at + 1));
	const file = Buffer.concat([
		Buffer.from('openssh-key-v1\0'),
		string('none'),
		string('none'),
		string(''),
		Buffer.from('00000001', 'hex'),
		string(blob),
		string(Buffer.concat([inner, padding])),
	]);
	const lines = file.toString('base64').match(/.{1,70}/g) ?? [];
	return {
		privateFile: [
			'-----BEGIN OPENSSH PRIVATE KEY-----',
			...lines,
			'-----END OPENSSH PRIVATE KEY-----',
			'',
		].join('\n'),
		line: `ssh-ed25519 ${blob.toString('base64')} ${address}`,
	};
}

/** @param {string | Uint8Array} value */
function string(value) {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}
