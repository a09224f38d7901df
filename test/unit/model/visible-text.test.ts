import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../../src/model/visible-text.ts';
import { inertText } from '../../../src/report/inert-text.ts';

describe('visibleText', () => {
	test.each([
		['an escape sequence', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
		['a direction override', 'a\u202Eb', 'a\\u{202E}b'],
		['a character without width', 'a\u200Bb\uFEFF', 'a\\u{200B}b\\u{FEFF}'],
		['a soft hyphen', 'a\u00ADb', 'a\\u{AD}b'],
		['a control of the second block', 'a\u0085b\u009Bc', 'a\\u{85}b\\u{9B}c'],
		['null, delete and carriage return', '\0\u007f\r', '␀␡␍'],
		['half a pair', '\ud800', '\\u{D800}'],
		['a tag', 'a\u{E0041}', 'a\\u{E0041}'],
	])('shows %s', (_, text, shown) => expect(visibleText(text)).toBe(shown));

	test.each([
		['tabs and line feeds', 'a\tb\nc'],
		['an emoji of several', '👩‍💻 ❤️'],
		['joiners that a script needs', 'می‌خواهم'],
		['what a build server would obey', '::error::no ##[group]'],
		['Western signs', 'Übergröße – „ça“ → 5 € ✓'],
	])('leaves %s', (_, text) => expect(visibleText(text)).toBe(text));

	test('agrees with what terminals get, but for tabs, line feeds and commands', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
				fc.pre(!/[#:\t\n]/.test(text));
				expect(visibleText(text)).toBe(inertText(text));
			}),
		);
	});
});
