import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inertText } from '../../../src/report/inert-text.ts';
import { hostileText } from './sample-report.ts';

describe('inertText', () => {
	test.each([
		['escape sequences', '\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
		['C1 controls', '\u009B31m\u0085', '\\u{9B}31m\\u{85}'],
		['delete and null', '\u007F\u0000', '␡␀'],
		['line breaks and tabs', 'a\r\nb\tc', 'a␍␊b␉c'],
		[
			'direction overrides and marks',
			'a\u202Eb\u2066c\u200Ed\u061C',
			'a\\u{202E}b\\u{2066}c\\u{200E}d\\u{61C}',
		],
		['zero-width characters', 'a\u200Bb\uFEFFc\u2060d\u00ADe', 'a\\u{200B}b\\u{FEFF}c\\u{2060}d\\u{AD}e'],
		['invisible letters and tags', 'a\u3164b\u{E0041}', 'a\\u{3164}b\\u{E0041}'],
		['line and paragraph separators', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
		['lone surrogates and noncharacters', 'a\uD800b\uFFFE', 'a\\u{D800}b\\u{FFFE}'],
		[
			'commands of GitHub Actions',
			'::error::x a ::Add-Mask::b ##[debug]c',
			':\\u{3A}error::x a :\\u{3A}Add-Mask::b #\\u{23}[debug]c',
		],
		['commands of Azure Pipelines', 'a##vso[task.complete]b', 'a#\\u{23}vso[task.complete]b'],
	])('makes %s visible', (_, text, shown) => {
		expect(inertText(text)).toBe(shown);
	});

	test.each([
		['plain text', 'Invoices above 50,000 EUR: see std::string, fe80::1, ## and #4711'],
		['accents and other scripts', 'Überprüfung – 経理担当者 – проверка – e\u0301'],
		['joiners in scripts that need them', 'می\u200Cخواهم क्\u200Dष'],
		['emoji built of several', '👩\u200D💻 ❤\uFE0F 👍🏽'],
		['variants of Han characters', '葛\u{E0100}'],
	])('leaves %s', (_, text) => {
		expect(inertText(text)).toBe(text);
	});

	test('shows a joiner that joins nothing', () => {
		expect(inertText('pay\u200Dpal 👍\u200Dx a\uFE0F')).toBe('pay\\u{200D}pal 👍\\u{200D}x a\\u{FE0F}');
	});

	test('gives one line without controls, and is stable, for any text', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom(...hostileText) }),
		);
		fc.assert(
			fc.property(text, (any) => {
				const inert = inertText(any);
				expect(inert).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
				expect(inert).not.toMatch(/##\w*\[/);
				expect(inert).not.toMatch(/^\s*::[a-z]/i);
				expect(inertText(inert)).toBe(inert);
			}),
		);
	});
});
