import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords } from '../../../src/model/find-words.ts';

describe('findWords', () => {
	const document = {
		title: 'Réviser une facture',
		procedure: [{ id: 'pay', do: 'Pay the INVOICE.' }],
		outputs: [{ id: 'x' }],
		version: 2,
		nothing: null,
	};

	test('wants all words, in any text', () => {
		expect(findWords(document, ['reviser', 'invoice'])).toEqual([
			{ path: ['title'], section: null, text: 'Réviser une facture' },
			{ path: ['procedure', 0, 'do'], section: 7, text: 'Pay the INVOICE.' },
		]);
		expect(findWords(document, ['invoice', 'zebra'])).toEqual([]);
	});

	test('finds nothing by no word', () => {
		expect(findWords(document, [])).toEqual([]);
		expect(findWords(document, ['', '\u0301'])).toEqual([]);
	});

	test('cuts a long text around the word', () => {
		const [hit] = findWords({ why: `${'a '.repeat(200)}needle${' b'.repeat(200)}` }, ['needle']);
		expect(hit?.text).toMatch(/^….*needle.*…$/);
		expect(hit?.text.length).toBeLessThanOrEqual(102);
		const [last] = findWords({ why: `${'a '.repeat(200)}needle` }, ['needle']);
		expect(last?.text).toMatch(/^….*needle$/);
	});

	test('gives whole characters and one line for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 90, maxLength: 300 }), (text) => {
				for (const hit of findWords({ why: `${text} needle ${text}` }, ['needle'])) {
					expect(hit.text.isWellFormed()).toBe(true);
					expect(hit.text).not.toMatch(/[\n\r]/);
				}
			}),
		);
	});
});
