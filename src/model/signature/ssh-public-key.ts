import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { WireReader } from './wire-reader.ts';

/** A public key of SSH that can check signatures. */
export interface SshPublicKey {
	/** As it stands first in a line of a .pub file. */
	readonly type: string;
	/** Whether a signature (a blob of RFC 4253 §6.6) over some bytes was made by this key. Never throws. */
	verifies(signature: Uint8Array, signed: Uint8Array): boolean;
}

/** Names and sizes of the curves of RFC 5656: in bytes, of one coordinate. */
const curves = new Map([
	['nistp256', { jwk: 'P-256', size: 32, hash: 'sha256' }],
	['nistp384', { jwk: 'P-384', size: 48, hash: 'sha384' }],
	['nistp521', { jwk: 'P-521', size: 66, hash: 'sha512' }],
]);

/** Signatures with an RSA key; the one with SHA-1, called as the key, is left out (RFC 8332). */
const rsaHashes = new Map([
	['rsa-sha2-256', 'sha256'],
	['rsa-sha2-512', 'sha512'],
]);

/** Bits of an RSA key: shorter ones can be broken (NIST SP 800-131A), longer ones OpenSSH refuses. */
const rsaBits = { least: 2048, most: 16384 };

/** A key from its blob (RFC 4253 §6.6), or why it is none that can be used. */
export function sshPublicKey(blob: Uint8Array): SshPublicKey | { readonly problem: string } {
	const reader = new WireReader(blob);
	const type = reader.name();
	const read = readers.get(type ?? '');
	if (type === undefined || read === undefined)
		return { problem: `Keys of the type ${shown(type)} are not accepted` };
	const verifies = read(type, reader);
	if (typeof verifies === 'string') return { problem: verifies };
	if (verifies === undefined || !reader.ended) return { problem: `The ${type} key is damaged` };
	return {
		type,
		verifies(signature, signed) {
			try {
				return verifies(new WireReader(signature), signed);
			} catch {
				// What the library of cryptography refuses to look at is no signature.
				return false;
			}
		},
	};
}

type Verifier = (signature: WireReader, signed: Uint8Array) => boolean;

/** Reads the rest of a key; undefined where it is damaged, a sentence where it is not accepted. */
type KeyReader = (type: string, reader: WireReader) => Verifier | string | undefined;

const readers = new Map<string, KeyReader>([
	[
		'ssh-ed25519',
		(type, reader) => {
			const key = ed25519(reader);
			return (
				key &&
				((signature, signed) => {
					const [name, bytes] = [signature.name(), signature.string()];
					return name === type && bytes?.length === 64 && signature.ended && verify(null, signed, key, bytes);
				})
			);
		},
	],
	[
		'sk-ssh-ed25519@openssh.com',
		(type, reader) => {
			const key = ed25519(reader);
			const application = reader.string();
			return (
				key &&
				application &&
				((signature, signed) => {
					const [name, bytes] = [signature.name(), signature.string()];
					const whole = asToken(application, signature, signed);
					return (
						name === type && bytes?.length === 64 && whole !== undefined && verify(null, whole, key, bytes)
					);
				})
			);
		},
	],
	['ecdsa-sha2-nistp256', ecdsa],
	['ecdsa-sha2-nistp384', ecdsa],
	['ecdsa-sha2-nistp521', ecdsa],
	[
		'sk-ecdsa-sha2-nistp256@openssh.com',
		(type, reader) => {
			const point = ecPoint('nistp256', reader);
			const application = reader.string();
			return (
				point &&
				application &&
				((signature, signed) => {
					const [name, pair] = [signature.name(), ecPair(signature.string(), point.size)];
					const whole = asToken(application, signature, signed);
					return (
						name === type && pair !== undefined && whole !== undefined && verifiesPair(point, whole, pair)
					);
				})
			);
		},
	],
	[
		'ssh-rsa',
		(_type, reader) => {
			const [exponent, modulus] = [reader.positive(), reader.positive()];
			if (exponent === undefined || modulus === undefined) return undefined;
			const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
			if (bits < rsaBits.least)
				return `An RSA key of ${bits} bits is too short; ${rsaBits.least} are the least`;
			if (bits > rsaBits.most) return `An RSA key of ${bits} bits is too long; ${rsaBits.most} are the most`;
			const key = fromJwk({
				kty: 'RSA',
				n: modulus.toString('base64url'),
				e: exponent.toString('base64url'),
			});
			return (
				key &&
				((signature, signed) => {
					const [hash, bytes] = [rsaHashes.get(signature.name() ?? ''), signature.string()];
					if (hash === undefined || bytes === undefined || !signature.ended || bytes.length > modulus.length)
						return false;
					// Some write the number without its leading zeros.
					return verify(hash, signed, key, leftPadded(bytes, modulus.length));
				})
			);
		},
	],
]);

function ed25519(reader: WireReader): KeyObject | undefined {
	const x = reader.string();
	return x?.length === 32 ? fromJwk({ kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') }) : undefined;
}

function ecdsa(type: string, reader: WireReader): Verifier | undefined {
	const point = ecPoint(type.slice('ecdsa-sha2-'.length), reader);
	return (
		point &&
		((signature, signed) => {
			const [name, pair] = [signature.name(), ecPair(signature.string(), point.size)];
			return name === type && pair !== undefined && signature.ended && verifiesPair(point, signed, pair);
		})
	);
}

interface EcPoint {
	readonly key: KeyObject;
	readonly size: number;
	readonly hash: string;
}

function ecPoint(curve: string, reader: WireReader): EcPoint | undefined {
	const [named, point, facts] = [reader.name(), reader.string(), curves.get(curve)];
	if (facts === undefined || named !== curve || point?.length !== 1 + 2 * facts.size || point[0] !== 4)
		return undefined;
	const [x, y] = [point.subarray(1, 1 + facts.size), point.subarray(1 + facts.size)];
	const key = fromJwk({ kty: 'EC', crv: facts.jwk, x: x.toString('base64url'), y: y.toString('base64url') });
	return key && { key, size: facts.size, hash: facts.hash };
}

/** The two numbers of an ECDSA signature side by side (IEEE P1363). */
function ecPair(written: Buffer | undefined, size: number): Buffer | undefined {
	if (written === undefined) return undefined;
	const reader = new WireReader(written);
	const [r, s] = [reader.positive(), reader.positive()];
	if (r === undefined || s === undefined || !reader.ended || r.length > size || s.length > size)
		return undefined;
	return Buffer.concat([leftPadded(r, size), leftPadded(s, size)]);
}

function verifiesPair({ key, hash }: EcPoint, signed: Uint8Array, pair: Buffer): boolean {
	return verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, pair);
}

/** What a security token signs in place of a text (OpenSSH PROTOCOL.u2f, "SSH U2F signatures"); undefined where the signature goes on after it. */
function asToken(application: Buffer, signature: WireReader, signed: Uint8Array): Buffer | undefined {
	const flagsAndCounter = signature.bytes(5);
	if (flagsAndCounter === undefined || !signature.ended) return undefined;
	return Buffer.concat([sha256(application), flagsAndCounter, sha256(signed)]);
}

function sha256(bytes: Uint8Array): Buffer {
	return createHash('sha256').update(bytes).digest();
}

function leftPadded(bytes: Buffer, size: number): Buffer {
	return Buffer.concat([Buffer.alloc(Math.max(0, size - bytes.length)), bytes]);
}

/** Undefined where no such key can exist: a point off its curve. */
function fromJwk(key: JsonWebKey): KeyObject | undefined {
	try {
		return createPublicKey({ key, format: 'jwk' });
	} catch {
		return undefined;
	}
}

/** A name out of hostile bytes, fit to stand in a message. */
function shown(name: string | undefined): string {
	return name !== undefined && /^[\x21-\x7e]{1,64}$/.test(name) ? name : '(unreadable)';
}
