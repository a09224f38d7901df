import { describe, expect, it } from 'vitest';
import { hiddenCharactersIn } from '../../../src/model/hidden-characters.ts';

const names = (text: string) => hiddenCharactersIn(text).map(({ name }) => name);

describe('hiddenCharactersIn', () => {
	it.each([
		['pay\u202e000,1', ['U+202E (right-to-left override)']],
		['a\u2066b\u2069', ['U+2066 (left-to-right isolate)', 'U+2069 (end of an isolate)']],
		['con\u200btroller', ['U+200B (zero-width space)']],
		['con\u200b\u200b\u2060troller', ['U+200B (zero-width space)']],
		['x\ufeffy', ['U+FEFF (byte-order mark)']],
		[
			'\u0007 \u001b[31m \u009f \u0085',
			['U+0007 (bell)', 'U+001B (escape)', 'U+009F (control character)', 'U+0085 (next line)'],
		],
		['a\u2028b', ['U+2028 (line separator)']],
		['text\u{e0041}\u{e0042}', ['U+E0041 (tag)']],
		['ro\u200cle', ['U+200C (zero-width non-joiner)']],
		['ro\u200dle', ['U+200D (zero-width joiner)']],
		['\u200d', ['U+200D (zero-width joiner)']],
		['\u{1f468}\u200dx', ['U+200D (zero-width joiner)']],
	])('%j', (text, expected) => {
		expect(names(text)).toEqual(expected);
	});

	it.each([
		['Persian', 'می\u200cخواهم'],
		['Hindi', 'क्\u200dष and क्\u200c '],
		['Malayalam', 'ന്\u200d '],
		['Sinhala', 'ක්\u200dෂ'],
		['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
		['a coder with a skin tone', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
		['a rainbow flag', '\u{1f3f3}\ufe0f\u200d\u{1f308}'],
		['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
		['tabs and line ends', 'a\tb\r\nc'],
		['spaces that do not break, soft hyphens and accents', 'a\u00a0b\u202fc\u00add e\u0301'],
		['Arabic and Hebrew', 'مرحبا שלום'],
	])('nothing in %s', (_, text) => {
		expect(names(text)).toEqual([]);
	});

	it('gives offsets of the whole stretch', () => {
		expect(hiddenCharactersIn('ab\u200b\u200bcd')).toEqual([
			{ from: 2, to: 4, name: 'U+200B (zero-width space)' },
		]);
	});
});
