import { describe, expect, it } from 'vitest';
import { manifestText, packetHash, parseManifest } from '../../../src/packet/manifest.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const read = (text: string) => parseManifest(Buffer.from(text, 'latin1'));

describe('a manifest', () => {
	it('is sorted by code unit, and read back', () => {
		const text = manifestText(
			new Map([
				['b', a],
				['B/c d', b],
				['a', a],
				['ü', b],
			]),
		);
		expect(text).toBe(`${b}  B/c d\n${a}  a\n${a}  b\n${b}  ü\n`);
		expect([...(parseManifest(Buffer.from(text)).hashes ?? [])]).toEqual([
			['B/c d', b],
			['a', a],
			['b', a],
			['ü', b],
		]);
	});

	it('has the SHA-256 of its bytes as the hash of the packet', () => {
		expect(packetHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});

	it.each([
		['a\nb'],
		['a\\b'],
		['/etc/passwd'],
		['../a'],
		['a/../b'],
		['a//b'],
		['a/./b'],
		['C:/a'],
		['a\0'],
		[''],
		['a/'],
		['MANIFEST.sha256'],
		['\ud800'],
	])('refuses the path %j', (path) => {
		expect(() => manifestText(new Map([[path, a]]))).toThrow(TypeError);
		if (path !== '\ud800' && !path.includes('\n'))
			expect(read(`${a}  ${path}\n`).problem).toMatch(/^Line 1 /);
	});

	it.each([
		['no line break at its end', `${a}  a`, 'The last line of MANIFEST.sha256 is cut off'],
		['capitals', `${a.toUpperCase()}  a\n`, 'Line 1 of MANIFEST.sha256 is no hash and a path'],
		['one space', `${a} a\n`, 'Line 1 of MANIFEST.sha256 is no hash and a path'],
		['CRLF', `${a}  a\r\n`, 'Line 1 of MANIFEST.sha256: the path has a control character in it'],
		['no order', `${a}  b\n${a}  a\n`, 'Line 2 of MANIFEST.sha256 is out of order, or names a file twice'],
		[
			'a file twice',
			`${a}  a\n${b}  a\n`,
			'Line 2 of MANIFEST.sha256 is out of order, or names a file twice',
		],
		['an empty line', `${a}  a\n\n`, 'Line 2 of MANIFEST.sha256 is no hash and a path'],
		['a byte-order mark', `\u00ef\u00bb\u00bf${a}  a\n`, 'Line 1 of MANIFEST.sha256 is no hash and a path'],
		['other bytes than UTF-8', `${a}  \u00ff\n`, 'MANIFEST.sha256 is not written in UTF-8'],
	])('with %s is not read', (_, text, problem) => {
		expect(read(text)).toEqual({ problem });
	});

	it('may be empty', () => {
		expect(read('').hashes?.size).toBe(0);
	});
});
