import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { wireString } from '../../src/model/signature/wire-reader.ts';

/** Types and sizes of keys that ssh-keygen makes without a token. */
export const plainKeys = [
	['ed25519', 'ed25519', []],
	['ecdsa of 256 bits', 'ecdsa', ['-b', '256']],
	['ecdsa of 384 bits', 'ecdsa', ['-b', '384']],
	['ecdsa of 521 bits', 'ecdsa', ['-b', '521']],
	['rsa of 2048 bits', 'rsa', ['-b', '2048']],
	['rsa of 3072 bits', 'rsa', ['-b', '3072']],
] as const;

/** A key that ssh-keygen made: the file of its private half, and its line of the .pub file. */
export interface MadeKey {
	readonly file: string;
	readonly line: string;
}

/** Has ssh-keygen make a key without a passphrase, or with one. */
export function makeKey(
	folder: string,
	name = 'key',
	{
		type = 'ed25519',
		more = [],
		passphrase = '',
	}: { type?: string; more?: readonly string[]; passphrase?: string } = {},
): MadeKey {
	const file = join(folder, name);
	execFileSync('ssh-keygen', [
		'-q',
		'-t',
		type,
		...more,
		'-N',
		passphrase,
		'-C',
		`${name}@acme.example`,
		'-f',
		file,
	]);
	return { file, line: readFileSync(`${file}.pub`, 'utf8').trim() };
}

/** Signs as people do by hand: `ssh-keygen -Y sign`. Gives the armoured signature. */
export function signedBySsh(
	keyFile: string,
	message: string | Uint8Array,
	namespace = 'sop-approval',
	options: readonly string[] = [],
): string {
	const words = [
		'-Y',
		'sign',
		'-q',
		...options.flatMap((option) => ['-O', option]),
		'-n',
		namespace,
		'-f',
		keyFile,
	];
	return execFileSync('ssh-keygen', words, {
		input: message,
		encoding: 'utf8',
		stdio: ['pipe', 'pipe', 'ignore'],
	});
}

/** What `ssh-keygen -Y check-novalidate` says: the fingerprint of the key, or undefined where it refuses. */
export function sshSays(
	armored: string,
	message: string | Uint8Array,
	namespace = 'sop-approval',
): string | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'sop-witness-'));
	try {
		const file = join(folder, 'signature');
		writeFileSync(file, armored, 'latin1');
		const words = ['-Y', 'check-novalidate', '-n', namespace, '-s', file];
		const { status, stdout } = spawnSync('ssh-keygen', words, { input: message, encoding: 'utf8' });
		return status === 0 ? /SHA256:[A-Za-z0-9+/]+/.exec(stdout)?.[0] : undefined;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The bytes of an armoured signature, and back. */
export function withoutArmour(armored: string): Buffer {
	return Buffer.from(armored.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}

export function armour(blob: Uint8Array): string {
	const lines =
		Buffer.from(blob)
			.toString('base64')
			.match(/.{1,70}/g) ?? [];
	return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** The parts of a signature (OpenSSH PROTOCOL.sshsig §2), to be put together as a test needs them. */
export interface SignatureParts {
	readonly preamble?: string;
	readonly version?: number;
	readonly publicKey: Uint8Array;
	readonly namespace: string;
	readonly reserved?: Uint8Array | string;
	readonly hash?: string;
	readonly signature: Uint8Array;
	readonly trailing?: string;
}

export function signatureBlob(parts: SignatureParts): Buffer {
	const version = Buffer.alloc(4);
	version.writeUInt32BE(parts.version ?? 1);
	return Buffer.concat([
		Buffer.from(parts.preamble ?? 'SSHSIG'),
		version,
		wireString(parts.publicKey),
		wireString(parts.namespace),
		wireString(parts.reserved ?? ''),
		wireString(parts.hash ?? 'sha512'),
		wireString(parts.signature),
		Buffer.from(parts.trailing ?? ''),
	]);
}

/** What is signed (§3 there). */
export function signedBytes(message: string, namespace: string, hash = 'sha512'): Buffer {
	const digest = createHash(hash).update(message).digest();
	return Buffer.concat([Buffer.from('SSHSIG'), ...[namespace, '', hash].map(wireString), wireString(digest)]);
}

/** A key in software that behaves like a security token (OpenSSH PROTOCOL.u2f): its blob, and how it signs. */
export function tokenKey(type: 'ed25519' | 'ecdsa', application = 'ssh:') {
	const made: KeyObject =
		type === 'ed25519'
			? generateKeyPairSync('ed25519').privateKey
			: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
	const jwk = made.export({ format: 'jwk' });
	const coordinate = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
	const name = type === 'ed25519' ? 'sk-ssh-ed25519@openssh.com' : 'sk-ecdsa-sha2-nistp256@openssh.com';
	const point = Buffer.concat([Buffer.from([4]), coordinate(jwk.x), coordinate(jwk.y)]);
	const body = type === 'ed25519' ? [coordinate(jwk.x)] : ['nistp256', point];
	const publicKey = Buffer.concat([name, ...body, application].map(wireString));
	const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
	return {
		line: `${name} ${publicKey.toString('base64')}`,
		publicKey,
		signature(signed: Uint8Array, flags = 1, counter = 7): Buffer {
			const flagsAndCounter = Buffer.from([flags, 0, 0, 0, counter]);
			const whole = Buffer.concat([hashOf(application), flagsAndCounter, hashOf(signed)]);
			const bytes =
				type === 'ed25519'
					? sign(null, whole, made)
					: pairOfNumbers(sign('sha256', whole, { key: made, dsaEncoding: 'ieee-p1363' }));
			return Buffer.concat([wireString(name), wireString(bytes), flagsAndCounter]);
		},
	};
}

/** Two numbers of an ECDSA signature as SSH writes them (RFC 5656 §3.1.2). */
function pairOfNumbers(pair: Buffer): Buffer {
	const half = pair.length / 2;
	return Buffer.concat([positive(pair.subarray(0, half)), positive(pair.subarray(half))]);
}

/** A positive number of any size (RFC 4251 §5, mpint). */
export function positive(bytes: Buffer): Buffer {
	const first = bytes.findIndex((byte) => byte !== 0);
	const short = bytes.subarray(first);
	return wireString((short[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.alloc(1), short]) : short);
}

/** A private key of OpenSSH's PEM form, for signatures that ssh-keygen would not make. */
export function privateKey(keyFile: string): KeyObject {
	execFileSync('ssh-keygen', ['-q', '-p', '-m', 'PEM', '-N', '', '-f', keyFile], { stdio: 'ignore' });
	return createPrivateKey(readFileSync(keyFile));
}

/** The environment of a test's own keyring of gpg. */
export function gpgEnvironment(home: string): Record<string, string> {
	return { PATH: process.env['PATH'] ?? '', HOME: home, GNUPGHOME: home, LC_ALL: 'C' };
}
