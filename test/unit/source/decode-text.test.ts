import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/source/decode-text.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

test('UTF-8 is text, less one byte-order mark at its beginning', () => {
	expect(decodeText(bytes('Größe 漢 😀'))).toEqual({ ok: true, text: 'Größe 漢 😀' });
	expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'a: 1\n'))).toEqual({ ok: true, text: 'a: 1\n' });
	expect(decodeText(bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], 'a'))).toEqual({ ok: true, text: '\ufeffa' });
	expect(decodeText(bytes())).toEqual({ ok: true, text: '' });
});

describe('what is no UTF-8 is refused, and says how to mend it', () => {
	test.each([
		['UTF-16, little end first', bytes([0xff, 0xfe], [0x61, 0]), 'The file is UTF-16, not UTF-8'],
		['UTF-16, big end first', bytes([0xfe, 0xff], [0, 0x61]), 'The file is UTF-16, not UTF-8'],
		['a NUL byte', bytes('a: b', [0], '\n'), 'The file holds NUL bytes, so it is no text'],
		['Latin-1 on the third line', bytes('a\nb\nGr', [0xf6], 'sse\n'), 'Line 3 is not valid UTF-8'],
		['a character cut off at the end', bytes('a\n', [0xe6, 0xbc]), 'Line 2 is not valid UTF-8'],
		['an overlong form', bytes([0xc0, 0xaf]), 'Line 1 is not valid UTF-8'],
		['half of a character, encoded', bytes('a\n\n', [0xed, 0xa0, 0x80]), 'Line 3 is not valid UTF-8'],
	])('%s', (_, given, message) => {
		expect(decodeText(given)).toEqual({ ok: false, message, help: expect.stringMatching(/UTF-8/) });
	});
});
