import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAllowedSigners, whyNotAllowed } from '../../src/model/signature/allowed-signers.ts';
import { makeKey, signedBySsh } from '../support/signing.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

const blob = Buffer.concat([
	Buffer.from([0, 0, 0, 11]),
	Buffer.from('ssh-ed25519'),
	Buffer.from([0, 0, 0, 32]),
	Buffer.alloc(32, 7),
]);
const key = `ssh-ed25519 ${blob.toString('base64')}`;
const read = (text: string) => readAllowedSigners(text);
const only = (line: string) => {
	const { signers, problem } = read(line);
	if (signers?.[0] === undefined) throw new Error(problem ?? 'no line');
	return signers[0];
};
const at = (text: string) => Date.parse(text) / 1000;

describe('a file of allowed signers', () => {
	it('has lines, comments and empty lines', () => {
		const { signers } = read(`# who\n\n  a@b ${key} comment of it\r\n"c d,e@f" ${key}\n`);
		expect(signers?.map(({ line, principals }) => [line, principals])).toEqual([
			[3, 'a@b'],
			[4, 'c d,e@f'],
		]);
	});

	it.each([
		['a@b', 'Line 1 has no key'],
		[`# c\n${key}`, 'Line 2 has no public key of SSH after its name and options'],
		['a@b ssh-ed25519 AAAA', 'Line 1 has no public key of SSH after its name and options'],
		[`a@b verify-required ${key}`, 'Line 1 has an option that sop does not know, or twice: verify-required'],
		[
			`a@b namespaces="a",namespaces="b" ${key}`,
			'Line 1 has an option that sop does not know, or twice: namespaces',
		],
		[`a@b namespaces ${key}`, 'Line 1 has an option that sop does not know, or twice: namespaces'],
		[`a@b valid-after="soon" ${key}`, 'Line 1 has a time that cannot be read: soon'],
		[`a@b valid-after="20260231Z" ${key}`, 'Line 1 has a time that cannot be read: 20260231Z'],
		[`a@b ,,, ${key}`, 'Line 1 has options that cannot be read: ,,,'],
	])('with %j is refused', (text, problem) => {
		expect(read(text)).toEqual({ problem });
	});

	it('takes a time without Z in the zone in which the key counts least', () => {
		const { after, before } = only(`a@b valid-after="20260101",valid-before="202602010930" ${key}`);
		expect(after).toBe(at('2026-01-01T12:00:00Z'));
		expect(before).toBe(at('2026-01-31T19:30:00Z'));
		expect(only(`a@b valid-after="20260101120030Z" ${key}`).after).toBe(at('2026-01-01T12:00:30Z'));
	});

	it('matches no pattern slowly', () => {
		const line = only(`a@b namespaces="${'*a'.repeat(500)}b" ${key}`);
		const begun = performance.now();
		expect(whyNotAllowed(line, 'a'.repeat(5000), 0)).toContain('is trusted for');
		expect(performance.now() - begun).toBeLessThan(2000);
	});
});

describe('a line, and ssh-keygen with it', () => {
	const instant = at('2026-06-01T00:00:00Z');
	it.each([
		'',
		'namespaces="sop-packet"',
		'namespaces="git"',
		'namespaces="git,sop-packet"',
		'namespaces="sop-*"',
		'namespaces="sop-packe?"',
		'namespaces="*,!sop-packet"',
		'namespaces="!git,*"',
		'NAMESPACES="sop-packet"',
		'valid-after="20260101Z"',
		'valid-after="20260601000000Z"',
		'valid-after="20260601000001Z"',
		'valid-before="20260601000000Z"',
		'valid-before="20260531235959Z"',
		'valid-after="20260101Z",valid-before="20261231Z",namespaces="sop-packet"',
		'cert-authority',
	])('agree about %j', (options) => {
		const folder = temporaryFolder();
		const { file, line } = makeKey(folder);
		const text = `key@acme.example ${options} ${line}\n`;
		writeFileSync(join(folder, 'signers'), text);
		writeFileSync(join(folder, 'sig'), signedBySsh(file, 'text', 'sop-packet'));
		const words = [
			'-Y',
			'verify',
			'-f',
			'signers',
			'-I',
			'key@acme.example',
			'-n',
			'sop-packet',
			'-s',
			'sig',
			'-Overify-time=20260601000000Z',
		];
		const { status } = spawnSync('ssh-keygen', words, { cwd: folder, input: 'text' });
		expect(whyNotAllowed(only(text), 'sop-packet', instant) === undefined).toBe(status === 0);
	});
});
