import { execFileSync } from 'node:child_process';
import { sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samePublicKey, sshFingerprint } from '../../src/model/signature/public-key-line.ts';
import { verifySshSignature } from '../../src/model/signature/verify-ssh-signature.ts';
import { wireString } from '../../src/model/signature/wire-reader.ts';
import {
	armour,
	makeKey,
	plainKeys,
	positive,
	privateKey,
	signatureBlob,
	signedBySsh,
	signedBytes,
	sshSays,
	tokenKey,
	withoutArmour,
} from '../support/signing.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

const namespace = 'sop-approval';
const message = '{"document":"SOP-FIN-002","person":"jane.doe","version":"2.1"}';

/** The type and blob of a line of a .pub file. */
function withoutComment(line: string): string {
	return line.split(' ').slice(0, 2).join(' ');
}

/** Some bytes with each one of them another, in several ways. */
function* flips(bytes: Uint8Array, masks: readonly number[] = [0x01, 0x80]): Generator<Buffer> {
	for (const at of bytes.keys()) {
		for (const mask of masks) {
			const flipped = Buffer.from(bytes);
			flipped[at] = (flipped[at] ?? 0) ^ mask;
			yield flipped;
		}
	}
}

describe.each(plainKeys)('a signature that ssh-keygen made with a key of %s', (_name, type, more) => {
	const made = () => makeKey(temporaryFolder(), 'key', { type, more });

	it('holds, and names the key', () => {
		const key = made();
		const armored = signedBySsh(key.file, message);
		expect(verifySshSignature(armored, message, namespace)).toEqual({
			publicKey: withoutComment(key.line),
		});
		expect(sshFingerprint(key.line)).toBe(sshSays(armored, message));
	});

	it('holds over sha256 as over sha512, over no text, over bytes that are none, and over a long one', () => {
		const key = made();
		const bytes = Buffer.from([0, 255, 10, 13, 0, 128]);
		for (const hash of ['sha256', 'sha512'])
			for (const text of ['', bytes, 'ä🎉\r\n', 'x'.repeat(1_000_000)]) {
				const armored = signedBySsh(key.file, text, namespace, [`hashalg=${hash}`]);
				expect(verifySshSignature(armored, text, namespace)).toEqual({
					publicKey: withoutComment(key.line),
				});
			}
	});

	it('is refused with one byte of the text, of the armour or of what is in it another', () => {
		const armored = signedBySsh(made().file, message);
		for (const other of flips(Buffer.from(message)))
			expect(verifySshSignature(armored, other, namespace)).toHaveProperty('problem');
		for (const other of flips(Buffer.from(armored), [0x01, 0x20]))
			expect(verifySshSignature(other.toString('latin1'), message, namespace)).toHaveProperty('problem');
		for (const other of flips(withoutArmour(armored)))
			expect(verifySshSignature(armour(other), message, namespace)).toHaveProperty('problem');
	});

	it('is refused cut short at any byte', () => {
		const blob = withoutArmour(signedBySsh(made().file, message));
		for (const length of blob.keys())
			expect(verifySshSignature(armour(blob.subarray(0, length)), message, namespace)).toHaveProperty(
				'problem',
			);
	});

	it('is refused for another namespace, though ssh-keygen finds it good there', () => {
		const armored = signedBySsh(made().file, message, 'file');
		expect(sshSays(armored, message, 'file')).toBeDefined();
		expect(verifySshSignature(armored, message, namespace).problem).toBe(
			'The signature was made for something else than sop-approval',
		);
		expect(verifySshSignature(armored, message, 'fil')).toHaveProperty('problem');
		expect(verifySshSignature(armored, message, '')).toHaveProperty('problem');
	});

	it('is judged as ssh-keygen judges it, whatever stands in it', () => {
		const key = made();
		const blob = withoutArmour(signedBySsh(key.file, message));
		const change = fc.record({
			at: fc.nat(blob.length - 1),
			cut: fc.nat(2),
			put: fc.uint8Array({ maxLength: 2 }),
		});
		fc.assert(
			fc.property(change, ({ at, cut, put }) => {
				const changed = armour(Buffer.concat([blob.subarray(0, at), put, blob.subarray(at + cut)]));
				const { publicKey } = verifySshSignature(changed, message, namespace);
				expect(publicKey && sshFingerprint(publicKey)).toBe(sshSays(changed, message));
			}),
			{ numRuns: 60 },
		);
	});
});

describe.each(['ed25519', 'ecdsa'] as const)('a signature of a security token with a key of %s', (type) => {
	// No token is at hand: the test signs as OpenSSH PROTOCOL.u2f says, and ssh-keygen is asked whether it did.
	it.each([
		['touched', 1],
		['touched, with a PIN', 5],
		['not touched', 0],
	])('holds where it was %s, as ssh-keygen finds', (_name, flags) => {
		const key = tokenKey(type);
		const signature = key.signature(signedBytes(message, namespace), flags);
		const armored = armour(signatureBlob({ publicKey: key.publicKey, namespace, signature }));
		expect(sshSays(armored, message)).toBe(sshFingerprint(key.line));
		expect(verifySshSignature(armored, message, namespace)).toEqual({ publicKey: key.line });
	});

	it('is refused with one byte another, as ssh-keygen does', () => {
		const key = tokenKey(type);
		const blob = signatureBlob({
			publicKey: key.publicKey,
			namespace,
			signature: key.signature(signedBytes(message, namespace)),
		});
		for (const other of flips(blob))
			expect(verifySshSignature(armour(other), message, namespace)).toHaveProperty('problem');
		for (const other of flips(Buffer.from(message)))
			expect(verifySshSignature(armour(blob), other, namespace)).toHaveProperty('problem');
		// The last five bytes are the flags and the counter.
		for (const at of [1, 2, 3, 4, 5, 6]) {
			const changed = Buffer.from(blob);
			changed[blob.length - at] = 0x7f;
			expect(sshSays(armour(changed), message)).toBeUndefined();
			expect(verifySshSignature(armour(changed), message, namespace)).toHaveProperty('problem');
		}
	});

	it('is refused for the application of another key', () => {
		const key = tokenKey(type);
		const other = Buffer.concat([key.publicKey.subarray(0, -4), Buffer.from('sshx')]);
		const signature = key.signature(signedBytes(message, namespace));
		const armored = armour(signatureBlob({ publicKey: other, namespace, signature }));
		expect(sshSays(armored, message)).toBeUndefined();
		expect(verifySshSignature(armored, message, namespace)).toHaveProperty('problem');
	});
});

describe('a signature that is refused', () => {
	const parts = () => {
		const key = tokenKey('ed25519');
		const signature = key.signature(signedBytes(message, namespace));
		return { publicKey: key.publicKey, namespace, signature };
	};

	it.each([
		['version', { version: 2 }, 'SSH signatures of version 2 are not known'],
		['version 0', { version: 0 }, 'SSH signatures of version 0 are not known'],
		['preamble', { preamble: 'SSHSIX' }, 'The signature is no SSH signature'],
		['hash', { hash: 'sha1' }, 'The signature is over a hash that is not accepted'],
		['hash of no name', { hash: '' }, 'The signature is over a hash that is not accepted'],
		['what is behind it', { trailing: '\0' }, 'The signature is damaged'],
		['what is reserved', { reserved: 'later' }, 'The signature has fields that are not known'],
	])('for its %s', (_name, wrong, problem) => {
		const armored = armour(signatureBlob({ ...parts(), ...wrong }));
		expect(verifySshSignature(armored, message, namespace)).toEqual({ problem });
	});

	it('for bytes behind the key, or behind the signature in it', () => {
		const { publicKey, signature } = parts();
		const longer = Buffer.concat([publicKey, Buffer.from([0])]);
		const more = Buffer.concat([signature, Buffer.from([0])]);
		for (const wrong of [{ publicKey: longer }, { signature: more }]) {
			const armored = armour(signatureBlob({ ...parts(), publicKey, signature, ...wrong }));
			expect(verifySshSignature(armored, message, namespace)).toHaveProperty('problem');
			expect(sshSays(armored, message)).toBeUndefined();
		}
	});

	it('for a type of key that does not fit the key, or is not accepted', () => {
		const { signature } = parts();
		for (const type of ['ssh-dss', 'ssh-ed25519', 'ssh-ed25519-cert-v01@openssh.com', 'constructor', '']) {
			const publicKey = Buffer.concat([wireString(type), wireString(Buffer.alloc(32, 7))]);
			const armored = armour(signatureBlob({ publicKey, namespace, signature }));
			expect(verifySshSignature(armored, message, namespace)).toHaveProperty('problem');
		}
		const hostile = Buffer.concat([wireString('\u001b[31m'), wireString('')]);
		const armored = armour(signatureBlob({ publicKey: hostile, namespace, signature }));
		expect(verifySshSignature(armored, message, namespace).problem).toBe(
			'Keys of the type (unreadable) are not accepted',
		);
	});

	it('for SHA-1 with an RSA key, as ssh-keygen does', () => {
		const folder = temporaryFolder();
		const key = makeKey(folder, 'key', { type: 'rsa', more: ['-b', '2048'] });
		const publicKey = Buffer.from(key.line.split(' ')[1] ?? '', 'base64');
		const secret = privateKey(key.file);
		const armoredBy = (name: string, hash: string) => {
			const bytes = sign(hash, signedBytes(message, namespace), secret);
			const signature = Buffer.concat([wireString(name), wireString(bytes)]);
			return armour(signatureBlob({ publicKey, namespace, signature }));
		};
		const good = armoredBy('rsa-sha2-256', 'sha256');
		expect(verifySshSignature(good, message, namespace)).toHaveProperty('publicKey');
		expect(sshSays(good, message)).toBe(sshFingerprint(key.line));
		for (const [name, hash] of [
			['ssh-rsa', 'sha1'],
			['rsa-sha2-256', 'sha1'],
			['rsa-sha2-512', 'sha256'],
			['rsa-sha2-1', 'sha256'],
			['toString', 'sha256'],
		] as const) {
			expect(verifySshSignature(armoredBy(name, hash), message, namespace)).toHaveProperty('problem');
			expect(sshSays(armoredBy(name, hash), message)).toBeUndefined();
		}
	});

	it('for an RSA key that is too short', () => {
		const key = makeKey(temporaryFolder(), 'key', { type: 'rsa', more: ['-b', '1024'] });
		expect(verifySshSignature(signedBySsh(key.file, message), message, namespace)).toEqual({
			problem: 'An RSA key of 1024 bits is too short; 2048 are the least',
		});
	});

	it('for a point that lies on no curve', () => {
		const point = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]);
		const publicKey = Buffer.concat(['ecdsa-sha2-nistp256', 'nistp256', point].map(wireString));
		const signature = Buffer.concat([
			wireString('ecdsa-sha2-nistp256'),
			wireString(Buffer.concat([positive(Buffer.from([1])), positive(Buffer.from([1]))])),
		]);
		const armored = armour(signatureBlob({ publicKey, namespace, signature }));
		expect(verifySshSignature(armored, message, namespace)).toHaveProperty('problem');
	});

	it('for how it is written', () => {
		const good = armour(signatureBlob(parts()));
		const holds = (armored: string) => verifySshSignature(armored, message, namespace).problem === undefined;
		expect(holds(good)).toBe(true);
		expect(holds(good.trimEnd())).toBe(true);
		expect(holds(good.replaceAll('\n', '\r\n'))).toBe(true);
		for (const armored of [
			'',
			good.slice(1),
			` ${good}`,
			`${good}x`,
			`${good}\n`,
			good + good,
			good.replace('SSH', 'PGP'),
			good.replace('\n', '\n\n'),
			good.replace('\n', '\nHeader: x\n'),
			good.replaceAll('\n', '\r'),
			good.replace(/A/, 'A='),
			'x'.repeat(10_000_000),
			`-----BEGIN SSH SIGNATURE-----\n${'A'.repeat(50)}\n`.repeat(10_000),
		])
			expect(holds(armored)).toBe(false);
	});

	it('and nothing throws, whatever it is given', () => {
		const names = fc.constantFrom(
			'ssh-ed25519',
			'ssh-rsa',
			'ecdsa-sha2-nistp256',
			'ecdsa-sha2-nistp521',
			'sk-ssh-ed25519@openssh.com',
			'sk-ecdsa-sha2-nistp256@openssh.com',
			'nistp256',
			'rsa-sha2-512',
			'__proto__',
		);
		const field = fc.oneof(names, fc.uint8Array({ maxLength: 80 }));
		const fields = fc.array(field, { maxLength: 5 }).map((all) => Buffer.concat(all.map(wireString)));
		fc.assert(
			fc.property(fields, fields, (publicKey, signature) => {
				const armored = armour(signatureBlob({ publicKey, namespace, signature }));
				expect(verifySshSignature(armored, message, namespace)).toHaveProperty('problem');
			}),
			{ numRuns: 2000 },
		);
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (armored, blob) => {
				expect(verifySshSignature(armored, message, namespace)).toHaveProperty('problem');
				expect(verifySshSignature(armour(blob), message, namespace)).toHaveProperty('problem');
			}),
		);
	});
});

describe('a line of a .pub file', () => {
	it('is the same key whatever its comment, and another with another blob or type', () => {
		const folder = temporaryFolder();
		const [one, two] = [makeKey(folder, 'one'), makeKey(folder, 'two')];
		const [type = '', blob = ''] = one.line.split(' ');
		expect(samePublicKey(one.line, `${type} ${blob}`)).toBe(true);
		expect(samePublicKey(`  ${type}\t${blob} jane@laptop\n`, one.line)).toBe(true);
		expect(samePublicKey(one.line, two.line)).toBe(false);
		expect(samePublicKey(`ssh-rsa ${blob}`, one.line)).toBe(false);
		expect(samePublicKey(`ssh-rsa ${blob}`, `ssh-rsa ${blob}`)).toBe(false);
		for (const broken of ['', type, blob, `${type} ${blob.slice(0, -1)}`, `${type} *`])
			expect([samePublicKey(broken, broken), sshFingerprint(broken)]).toEqual([false, undefined]);
	});

	it('has the fingerprint that ssh-keygen prints', () => {
		const folder = temporaryFolder();
		for (const [name, type, more] of plainKeys) {
			const { file, line } = makeKey(folder, name.replaceAll(' ', '-'), { type, more });
			const printed = execFileSync('ssh-keygen', ['-l', '-f', `${file}.pub`], { encoding: 'utf8' });
			expect(sshFingerprint(line)).toBe(printed.split(' ')[1]);
		}
		const token = join(folder, 'token.pub');
		const { line } = tokenKey('ecdsa');
		writeFileSync(token, `${line}\n`);
		const printed = execFileSync('ssh-keygen', ['-l', '-f', token], { encoding: 'utf8' });
		expect(sshFingerprint(line)).toBe(printed.split(' ')[1]);
	});
});
