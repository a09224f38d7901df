import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, canonicalTexts, digestOf } from '../../../src/model/digest.ts';
import { readFullYaml } from '../../../src/source/full-yaml.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';

const fixture = (name: string) =>
	readFileSync(new URL(`../../fixtures/digest/${name}`, import.meta.url), 'utf8');

/** The digest of a text, which must have exactly one reading. */
function digest(text: string): string {
	const { value, problems } = readYaml(text);
	expect(problems).toEqual([]);
	return digestOf(value);
}

describe('RFC 8785', () => {
	test('§3.2.2 and §3.2.4: the example, byte for byte', () => {
		// As in the RFC, but for 333333333.33333329, which a document may not hold: a double rounds it.
		const value: unknown = JSON.parse(`{
			"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
			"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
			"literals": [null, true, false]
		}`);
		const bytes = `7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62
			65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30
			32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c
			5c 5c 5c 22 2f 22 7d`;
		expect(Buffer.from(canonicalText(value)).toString('hex')).toBe(bytes.replace(/\s+/g, ''));
	});

	test('§3.2.3: keys are sorted by their UTF-16 units', () => {
		const value: unknown = JSON.parse(`{
			"\\u20ac": "Euro Sign",
			"\\r": "Carriage Return",
			"\\ufb33": "Hebrew Letter Dalet With Dagesh",
			"1": "One",
			"\\ud83d\\ude00": "Emoji: Grinning Face",
			"\\u0080": "Control",
			"\\u00f6": "Latin Small Letter O With Diaeresis"
		}`);
		const words = [...canonicalText(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
		expect(words).toEqual([
			'Carriage Return',
			'One',
			'Control',
			'Latin Small Letter O With Diaeresis',
			'Euro Sign',
			'Emoji: Grinning Face',
			'Hebrew Letter Dalet With Dagesh',
		]);
	});

	test.each([
		['0000000000000000', '0'],
		['8000000000000000', '0'],
		['0000000000000001', '5e-324'],
		['8000000000000001', '-5e-324'],
		['7fefffffffffffff', '1.7976931348623157e+308'],
		['ffefffffffffffff', '-1.7976931348623157e+308'],
		['4340000000000000', '9007199254740992'],
		['c340000000000000', '-9007199254740992'],
		['4430000000000000', '295147905179352830000'],
		['44b52d02c7e14af5', '9.999999999999997e+22'],
		['44b52d02c7e14af6', '1e+23'],
		['44b52d02c7e14af7', '1.0000000000000001e+23'],
		['444b1ae4d6e2ef4e', '999999999999999700000'],
		['444b1ae4d6e2ef4f', '999999999999999900000'],
		['444b1ae4d6e2ef50', '1e+21'],
		['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
		['3eb0c6f7a0b5ed8d', '0.000001'],
		['41b3de4355555553', '333333333.3333332'],
		['41b3de4355555554', '333333333.33333325'],
		['41b3de4355555555', '333333333.3333333'],
		['41b3de4355555556', '333333333.3333334'],
		['41b3de4355555557', '333333333.33333343'],
		['becbf647612f3696', '-0.0000033333333333333333'],
		['43143ff3c1cb0959', '1424953923781206.2'],
	])('appendix B: the double %s is %s', (hex, written) => {
		const value = Buffer.from(hex, 'hex').readDoubleBE();
		expect(canonicalText(value)).toBe(written);
		// What is written that way is read back as the same number, and said to be exact.
		const { value: read, problems } = readYaml(`a: ${written}\n`);
		expect(problems).toEqual([]);
		expect(read).toEqual({ a: value === 0 ? 0 : value });
	});

	test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
		'appendix B: %s is refused',
		(hex) => {
			expect(() => canonicalText([Buffer.from(hex, 'hex').readDoubleBE()])).toThrow();
		},
	);

	test('every text that is read without a problem has a canonical form, which is its own', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const written = canonicalText(value);
				const { value: read, problems } = readFullYaml(`a: ${written}\n`);
				return problems.length > 0 || canonicalText(read) === `{"a":${written}}`;
			}),
			{ numRuns: 500 },
		);
	});
});

describe('golden vectors: what was signed stays as it was signed, for ever', () => {
	test('every kind of value', () => {
		const { value, problems } = readYaml(fixture('values.yaml'));
		expect(problems).toEqual([]);
		expect(canonicalText(value)).toBe(
			`{"again":{"name":"clerk"},"empty":null,"escaped":"tab\\t, line\\n, é, 😀, A, /","folded":"Prose that is folded into one line,\\nand a second paragraph.","format":1,"id":"SOP-FIN-001","key with: signs # in it":1,"keys":{"\\r":4,"1":6,"B":10,"a":2,"b":1,"\u0080":8,"ö":9,"€":3,"😀":7,"\ufb33":5},"list":["a",["b","c"],{"d":"e","f":["g"]}],"literal":"kept\\n  as it is\\n","no-numbers":["1_000","12:30","2026-01-31","0b1","1.2.3"],"no-truths":["yes","No","on","true"],"nothing":null,"numbers":[0,0,1.5,7,12,1000,0.5,1,31,15,-3.25e-7,9007199254740991,1e+21,5e-324],"quoted":"it's \\"quoted\\"","role":{"name":"clerk"},"split":"plain text that goes on","text-of-a-number":"2.10","title":"Größe ≥ 10 — 手順 😀","truths":[true,false,true]}`,
		);
		expect(digestOf(value)).toBe('sha256:5217ac3286888c2cbd2918b7157ce60c0fe2e05077207cf9d92e7d4ff2c8bd5b');
	});

	test('a whole SOP', () => {
		expect(digest(fixture('whole.sop.yaml'))).toBe(
			'sha256:f7c4faead0b5750c8806d25f7c602e48f5db605d0161ed01bd1ac661b637b9a1',
		);
	});

	test.each([
		['nothing', null, '74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b'],
		['an empty map', {}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
		['an empty list', [], '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945'],
		['an empty text', '', '12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126'],
	])('%s', (_, value, hex) => {
		expect(digestOf(value)).toBe(`sha256:${hex}`);
	});
});

const sop = `format: 1
id: SOP-FIN-001
title: Pay an invoice
procedure:
  - id: enter
    do: Enter the invoice and its amount.
    by: clerk
  - id: release
    do: Release the payment.
    by: controller
`;

describe('a digest is about content, not about its dress', () => {
	test.each([
		['comments', sop.replace('by: clerk', 'by: clerk   # or a deputy').replace(/^/, '# Signed.\n')],
		['deeper indentation', sop.replaceAll('\n  ', '\n      ')],
		['lists at the indentation of their key', sop.replaceAll(/^ {2}/gm, '')],
		['quotes', sop.replace('Pay an invoice', '"Pay an invoice"').replace('clerk', "'clerk'")],
		['folded prose', sop.replace('do: Enter the invoice', 'do: >-\n      Enter\n      the invoice')],
		['brackets', `${JSON.stringify(readYaml(sop).value)}\n`],
		['the order of keys', sop.replace('format: 1\nid: SOP-FIN-001\n', 'id: SOP-FIN-001\nformat: 1\n')],
		['line endings of Windows', sop.replaceAll('\n', '\r\n')],
		['a document marker', `---\n${sop}`],
		['blank lines', sop.replaceAll('\n', '\n\n')],
		['an anchor', sop.replace('clerk', '&who clerk')],
		['an escape', sop.replace('Pay an invoice', '"Pay an in\\u0076oice"')],
		['the form of a number', sop.replace('format: 1', 'format: 1.0')],
	])('%s', (_, text) => {
		expect(text).not.toBe(sop);
		expect(digest(text)).toBe(digest(sop));
	});

	test.each([
		['one word', sop.replace('Enter the', 'Enter an')],
		['one capital', sop.replace('Enter the', 'enter the')],
		['one full stop', sop.replace('amount.', 'amount')],
		['a space at the end of a text', sop.replace('Pay an invoice', '"Pay an invoice "')],
		['the order of steps', sop.replace('- id: enter', '- id: x').replace('- id: release', '- id: enter')],
		['a key without a value', `${sop}x-a:\n`],
		['a key of the user’s own', `${sop}x-a: b\n`],
		['a number for a text', sop.replace('SOP-FIN-001', '1')],
		['two forms of one letter', sop.replace('invoice', 'invoic\u00e9')],
		['the other form', sop.replace('invoice', 'invoice\u0301')],
	])('%s makes another', (_, text) => {
		expect(digest(text)).not.toBe(digest(sop));
	});

	test('an alias counts as what it stands for', () => {
		expect(digest('a: &x [b, {c: d}]\ne: *x\n')).toBe(digest('a: [b, {c: d}]\ne: [b, {c: d}]\n'));
	});

	test('letters that look alike and are not the same differ; document/not-normalised reports them', () => {
		expect(digest('a: \u00e9\n')).not.toBe(digest('a: e\u0301\n'));
	});

	test('what has no JSON has no digest', () => {
		expect(() => digestOf(undefined)).toThrow(TypeError);
	});
});

test('texts that share parts have the canonical form that each has alone', () => {
	const values = fc.tuple(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()));
	fc.assert(
		fc.property(values, ([part, whole]) => {
			const canonicalOf = canonicalTexts();
			const some: unknown[] = [
				part,
				whole,
				{ ...whole, part },
				{ b: part, a: whole, '10': 1, '9': 2 },
				whole,
			];
			return some.every((value) => canonicalOf(value) === canonicalText(value));
		}),
	);
});
