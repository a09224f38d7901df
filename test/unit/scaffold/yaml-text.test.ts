import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { yamlProse, yamlText } from '../../../src/source/yaml-text.ts';

const pieces = fc.constantFrom(
	...[
		'a',
		' ',
		'  ',
		': ',
		' #',
		'#',
		'"',
		"'",
		'\n',
		'\r\n',
		'\t',
		'- ',
		'? ',
		'{',
		'}',
		'[',
		']',
		',',
		', ',
		'&',
		'*',
	],
	...[
		'!',
		'|',
		'>',
		'%',
		'@',
		'`',
		'\\',
		'---',
		'...',
		'<<',
		'~',
		'null',
		'true',
		'no',
		'1',
		'0x1',
		'1.5',
		'1e3',
		'-',
	],
	...[
		'2026-11-22',
		'é',
		'e\u0301',
		'漢字',
		'😀',
		'\u0000',
		'\u001b',
		'\u0085',
		'\u00a0',
		'\u2028',
		'\u202e',
		'\ufeff',
	],
	...['word', 'longer words that go on and on', '<what to write>', '=', '.inf', '\ud800'],
);
const hostile = fc.oneof(
	fc.array(pieces, { maxLength: 12 }).map((found) => found.join('')),
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc
		.array(fc.constantFrom('words', 'of', 'prose:', 'and', '#4711', "it's"), { minLength: 15, maxLength: 60 })
		.map((words) => words.join(' ')),
);

describe('a text in YAML', () => {
	it('reads back as it was, by two readers, on its own and among other keys', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const wanted = text.toWellFormed();
				for (const written of [yamlText(text), yamlProse(text, 6)]) {
					const document = `list:\n  - key: ${written}\n    after: kept\n`;
					const value = { list: [{ key: wanted, after: 'kept' }] };
					expect(readYaml(document)).toEqual({ value, problems: [] });
					expect(load(document)).toEqual(value);
				}
			}),
			{ numRuns: 3000 },
		);
	});

	it.each([
		['Pay an invoice', 'Pay an invoice'],
		['<what to write>', '<what to write>'],
		["It's due: now", '"It\'s due: now"'],
		['account #4711', '"account #4711"'],
		['2026-11-22', '"2026-11-22"'],
		['no', '"no"'],
		['', '""'],
		['a\nb', '"a\\nb"'],
	])('%j is written as %s', (text, written) => {
		expect(yamlText(text)).toBe(written);
	});

	it('folds long prose and leaves one space where it breaks a line', () => {
		const text =
			'Trace the difference to its transactions and write each of them into the workbook with its day and its reason.';
		expect(yamlProse(text, 6)).toBe(
			'>-\n      Trace the difference to its transactions and write each of them into the workbook with its\n      day and its reason.',
		);
	});
});
