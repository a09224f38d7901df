import { describe, expect, it } from 'vitest';
import {
	type EnrolledKey,
	type KeyHolder,
	type SigningFacts,
	whoSigned,
} from '../../../src/control/who-signed.ts';
import { sshFingerprint } from '../../../src/model/signature/public-key-line.ts';
import { recordSigner } from '../../../src/model/signature/record-signer.ts';
import { signedText } from '../../../src/model/signature/signed-text.ts';
import type { Signer } from '../../../src/model/signature/signer.ts';
import { makeKey, signedBySsh, tokenKey } from '../../support/signing.ts';
import { temporaryFolder } from '../../support/temporary-library.ts';

const key = tokenKey('ed25519').line;
const otherKey = tokenKey('ecdsa').line;
const gpg = '0123456789ABCDEF0123456789ABCDEF01234567';
const below = 'FEDCBA9876543210FEDCBA9876543210FEDCBA98';

const jane = (...keys: readonly EnrolledKey[]): KeyHolder => ({ id: 'jane.doe', keys });
const john = (...keys: readonly EnrolledKey[]): KeyHolder => ({ id: 'john.roe', keys });
const signed: Signer = { ssh: key };

/** What is said of a record of Jane's, known on 11 March. */
function who(facts: Partial<SigningFacts>) {
	return whoSigned({
		person: 'jane.doe',
		knownOn: '2026-03-11',
		people: [jane({ ssh: `${key} jane@laptop` }), john({ ssh: otherKey })],
		record: undefined,
		commit: undefined,
		...facts,
	});
}

/** Level and cause of a record that is signed itself, with what the register says of the key. */
function withKey(entry: EnrolledKey, ...others: readonly KeyHolder[]) {
	const { level, cause } = who({ people: [jane({ ssh: key, ...entry }), ...others], record: signed });
	return [level, cause];
}

describe('a record that is signed by a key of its person', () => {
	it('is record-signed', () => {
		expect(who({ record: signed })).toEqual({
			level: 'record-signed',
			cause: null,
			fingerprint: sshFingerprint(key),
		});
	});

	it('is so from the first day of the key to its last', () => {
		const good = ['record-signed', null];
		expect(withKey({ from: '2026-03-11', until: '2026-03-11' })).toEqual(good);
		expect(withKey({ from: '2026-03-12' })).toEqual([
			'claimed',
			'the key is good from 2026-03-12 only, and the record was known on 2026-03-11',
		]);
		expect(withKey({ until: '2026-03-10' })).toEqual([
			'claimed',
			'the key had ended on 2026-03-10, and the record was known on 2026-03-11',
		]);
	});

	it.each(['lost', 'compromised'] as const)('is contradicted once the key is revoked as %s', (why) => {
		expect(withKey({ revoked: { from: '2026-03-12', why } })).toEqual(['record-signed', null]);
		expect(withKey({ revoked: { from: '2026-03-11', why } })).toEqual([
			'contradicted',
			`the key of jane.doe was revoked as ${why} from 2026-03-11`,
		]);
		// Also where the key had ended before, and where another entry of it has not.
		expect(withKey({ until: '2026-01-01', revoked: { from: '2026-02-01', why } })[0]).toBe('contradicted');
		const twice = [jane({ ssh: key, revoked: { from: '2026-03-01', why } }, { ssh: key })];
		expect(who({ people: twice, record: signed }).level).toBe('contradicted');
	});

	it('is claimed once its owner left', () => {
		expect(withKey({ revoked: { from: '2026-03-11', why: 'left' } })).toEqual([
			'claimed',
			'the key had ended on 2026-03-11, when its owner left, and the record was known on 2026-03-11',
		]);
		expect(withKey({ revoked: { from: '2026-03-12', why: 'left' } })).toEqual(['record-signed', null]);
	});

	it('is record-signed where one of two entries of the key is good', () => {
		const people = [jane({ ssh: key, until: '2025-01-01' }, { ssh: key, from: '2026-01-01' })];
		expect(who({ people, record: signed }).level).toBe('record-signed');
	});

	it('is claimed where its owner entered the key and nobody else signed that', () => {
		expect(withKey({ selfEnrolled: true })).toEqual([
			'claimed',
			'jane.doe entered the key into the register, and nobody else signed that',
		]);
		const people = [jane({ ssh: key, selfEnrolled: true }, { ssh: key, selfEnrolled: false })];
		expect(who({ people, record: signed }).level).toBe('record-signed');
	});

	it('is claimed where the key is good for somebody else too', () => {
		expect(withKey({}, john({ ssh: key }))).toEqual([
			'claimed',
			'the key stands with jane.doe and with john.roe',
		]);
		expect(withKey({}, john({ ssh: key, until: '2026-01-01' }))).toEqual(['record-signed', null]);
	});

	it('is claimed where no register stood before it', () => {
		expect(who({ people: undefined, record: signed })).toMatchObject({
			level: 'claimed',
			cause: 'there was no people register before the commit that brought it',
		});
	});
});

describe('a record that is signed otherwise', () => {
	it('is contradicted by a bad signature, whoever signed the commit', () => {
		const record: Signer = { problem: 'The signature does not fit the text' };
		const contradicted = {
			level: 'contradicted',
			cause: 'the signature does not fit the text',
			fingerprint: null,
		};
		expect(who({ record })).toEqual(contradicted);
		expect(who({ record, commit: signed })).toEqual(contradicted);
		expect(who({ record, people: undefined })).toEqual(contradicted);
	});

	it('is contradicted by another person’s key, good or ended', () => {
		const record: Signer = { ssh: otherKey };
		const fingerprint = sshFingerprint(otherKey);
		const cause = 'it is signed by a key of john.roe, not of jane.doe';
		expect(who({ record })).toEqual({ level: 'contradicted', cause, fingerprint });
		expect(who({ record, commit: signed })).toEqual({ level: 'contradicted', cause, fingerprint });
		const people = [jane({ ssh: key }), john({ ssh: otherKey, until: '2020-01-01' })];
		expect(who({ record, people })).toEqual({ level: 'contradicted', cause, fingerprint });
	});

	it('is claimed with a key that stands nowhere, whoever signed the commit', () => {
		const record: Signer = { ssh: tokenKey('ed25519').line };
		for (const commit of [undefined, signed])
			expect(who({ record, commit })).toMatchObject({
				level: 'claimed',
				cause: 'the key stands in no people register of then',
			});
	});
});

describe('a record that is not signed itself', () => {
	it('is claimed where the commit is not either', () => {
		expect(who({})).toEqual({
			level: 'claimed',
			cause: 'neither the record nor the commit that brought it is signed',
			fingerprint: null,
		});
	});

	it('is commit-signed where its person signed the commit, by ssh or by gpg', () => {
		const fingerprint = sshFingerprint(key);
		expect(who({ commit: signed })).toEqual({ level: 'commit-signed', cause: null, fingerprint });
		for (const registered of [gpg, gpg.toLowerCase(), below])
			expect(who({ people: [jane({ gpg: registered })], commit: { gpg: [gpg, below] } })).toEqual({
				level: 'commit-signed',
				cause: null,
				fingerprint: gpg,
			});
	});

	it.each([
		['does not hold', { problem: 'The signature does not fit the text' }, {}],
		['is by somebody else', { ssh: otherKey }, {}],
		['is by a forge', { gpg: [gpg, gpg] }, {}],
		['is by a key that had ended', signed, { until: '2026-03-10' }],
		['is by a key that was lost', signed, { revoked: { from: '2026-03-01', why: 'lost' } }],
		['is by a key that its owner entered', signed, { selfEnrolled: true }],
	] as const)('is claimed where the signature of the commit %s', (_name, commit, entry) => {
		const said = who({ people: [jane({ ssh: key, ...entry }), john({ ssh: otherKey })], commit });
		expect(said.level).toBe('claimed');
		expect(said.cause).toMatch(/^only the commit that brought it is signed: /);
	});

	it('is claimed where the register holds what is no key', () => {
		const people = [jane({}, { ssh: '' }, { ssh: 'ssh-ed25519 x' }, { gpg: '' })];
		expect(who({ people, commit: signed }).level).toBe('claimed');
		expect(who({ people, commit: { gpg: [] } }).level).toBe('claimed');
	});
});

describe('the signature in a record', () => {
	it('is by the key that signed all of it, and by none once anything is added or changed', () => {
		const made = makeKey(temporaryFolder());
		const record = { format: 1, document: 'SOP-FIN-002', person: 'jane.doe', role: 'controller' };
		const signature = signedBySsh(made.file, signedText(record));
		const ssh = made.line.split(' ').slice(0, 2).join(' ');
		expect(recordSigner({ ...record, signature })).toEqual({ ssh });
		const backwards = Object.fromEntries(Object.entries({ ...record, signature }).reverse());
		expect(recordSigner(backwards)).toEqual({ ssh });
		for (const changed of [{ role: 'cfo' }, { 'x-more': 1 }, { format: '1' }, { role: undefined }])
			expect(recordSigner({ ...record, ...changed, signature })).toHaveProperty('problem');
		const { role: _, ...less } = record;
		expect(recordSigner({ ...less, signature })).toHaveProperty('problem');
		expect(recordSigner({ ...record, signature: '' })).toHaveProperty('problem');
		expect(recordSigner({ ...record, signature: 1 })).toHaveProperty('problem');
		expect(recordSigner(record)).toBeUndefined();
	});

	it('made for a file or a commit, is none in a record', () => {
		const made = makeKey(temporaryFolder());
		const record = { document: 'SOP-FIN-002' };
		for (const namespace of ['git', 'file'])
			expect(
				recordSigner({ ...record, signature: signedBySsh(made.file, signedText(record), namespace) }),
			).toHaveProperty('problem');
	});
});
