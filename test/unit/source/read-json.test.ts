import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { linesOf } from '../../../src/library/records/lines-of.ts';
import { readJson } from '../../../src/source/read-json.ts';

describe('a line of JSON with more than one reading is refused', () => {
	test.each([
		['a key that stands twice', '{"person":"a","person":"b"}', 'The key person stands twice'],
		['one that holds a map', '{"a":{"b":1},"a":{"b":1}}', 'The key a stands twice'],
		['one behind another name for it', '{"a":1, "\\u0061":1}', 'The key a stands twice'],
		['one deep inside', '{"x":[[{"2":1,"1":1,"2":1}]]}', 'The key 2 stands twice'],
		['one with a colon in it', '{"a:":1,"b":"a:","a:":1}', 'The key a: stands twice'],
		['__proto__', '{"__proto__":{"person":"b"}}', '__proto__ cannot be a key'],
		['__proto__ by another name', '{"x":[{"__pr\\u006fto__":1}]}', '__proto__ cannot be a key'],
		['half a character', '{"a":"\\ud83d"}', 'The text holds half of a character (a lone surrogate)'],
		['half a character as a key', '{"\\udE00":1}', 'The text holds half of a character (a lone surrogate)'],
		['2^53 + 1', '{"a":9007199254740993}', '9007199254740993 is a number that readers round'],
		[
			'twenty digits of a tenth',
			'{"a":[0.10000000000000000555]}',
			'0.10000000000000000555 is a number that readers round',
		],
		['more than a double holds', '{"a":1e999}', '1e999 is a number that readers round'],
		['less than a double holds', '{"a":1e-999}', '1e-999 is a number that readers round'],
		['100,000 levels', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'The text nests more than 100 levels deep'],
		['no JSON', "{'a':1}", 'The line is no JSON'],
	])('%s', (_, text, problem) => {
		expect(readJson(text)).toMatchObject({ problem });
	});
});

test.each([
	'{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
	'{ "a": 1.50,\t"b": -0, "c": 1E3, "d": 1.0e+2 }\r',
	'{"10":1,"9":2,"a":"\\u00fc \\ud83d\\ude00 \\/ \\"b\\":1"}',
	'{"text":"90071992547409931 \\\\","k":"__proto__"}',
])('what has one reading is taken: %s', (text) => {
	expect(readJson(text)).toEqual({ value: JSON.parse(text) });
});

test('any value is read as printed, however it is laid out, and no key may be said once more', () => {
	const value = fc.jsonValue({ maxDepth: 4 }).filter((one) => !JSON.stringify(one).includes('__proto__'));
	fc.assert(
		fc.property(
			value,
			fc.dictionary(
				fc.string().filter((key) => key !== '__proto__'),
				value,
				{ minKeys: 1 },
			),
			(inner, map) => {
				for (const text of [JSON.stringify({ ...map, inner }), JSON.stringify({ ...map, inner }, null, '\t')])
					expect(readJson(text)).toEqual({ value: JSON.parse(text) });
				const [key = ''] = Object.keys(map);
				const twice = `${JSON.stringify(map).slice(0, -1)},${JSON.stringify(key)}:0}`;
				expect(readJson(twice)).toMatchObject({ rule: 'document/duplicate-key' });
			},
		),
		{ numRuns: 300 },
	);
});

it('keeps the lines beside one that is no UTF-8, and drops a byte-order mark', () => {
	const bytes = Buffer.concat([
		Buffer.from('\ufeff{"ä":1}\n"'),
		Buffer.from([0xe4]),
		Buffer.from('"\n"ö"\n'),
	]);
	expect(linesOf(bytes)).toEqual([
		{ text: '{"ä":1}', isUtf8: true },
		{ text: '"ä"', isUtf8: false },
		{ text: '"ö"', isUtf8: true },
		{ text: '', isUtf8: true },
	]);
});
