import { describe, expect, test } from 'vitest';
import { readFullYaml } from '../../../src/source/full-yaml.ts';
import { plainErrorAt, readPlainYaml } from '../../../src/source/plain-yaml.ts';
import { documentTexts } from '../../support/document-texts.ts';
import { sameValue } from '../../support/same-value.ts';

describe('every document of the project is read the fast way, and as the full reader reads it', () => {
	test.each(documentTexts())('$file', ({ text }) => {
		const plain = readPlainYaml(text);
		const full = readFullYaml(text);
		expect(plain).toBeDefined();
		expect(full.problems).toEqual([]);
		expect(sameValue(plain?.value, full.value)).toBe(true);
	});
});

test('what real documents have is plain', () => {
	const text = `---
# yaml-language-server: $schema=./sop.schema.json
format: 1
title: "R&D: who may buy? (50 % rule) — Größe"   # a comment
why: >-
  Prose with "quotes", it's long; see [1] & {2}, > 5, a | b
  and https://example.org/?a=b#c!

  another paragraph * 2
list: [a, 'b c', "d"]   # 3
empty: []
map: { a: 1, b: 2.5 }
step:
  - id: a
    next: end
  # between
  - id: b
    note: |
      literal
        indented
script: |-
  x
`;
	expect(readPlainYaml(text)).toBeDefined();
	expect(readPlainYaml(text.replaceAll('\n', '\r\n').replace('---\r\n', ''))).toBeDefined();
});

describe('where js-yaml and the specification part ways, the full reader is asked', () => {
	test.each([
		['a comment stuck to a quote', 'a: "b"#c\n'],
		['a list as a key', '[a]: b\n'],
		['a list as a key of nothing', 'm: {[a]}\n'],
		['an empty item before a dash further left', 'm:\n  -\n- a\n'],
		['an indentation indicator', 'a: |1-\n   b\n  c\n'],
		['blank lines that are indented further than the text', 'a: >\n \n  \n # c\n'],
		['kept line ends', 'a: |+\n  b\n\n  '],
		['a marker stuck to a key', '---a: b\n'],
		['a quoted text that goes on further left', 'a:\n  - "\n b"\n'],
		['a line break escaped into an empty line', 'a: "b\\\n\n  c"\n'],
		['a key of more than 1,024 characters', `${'k'.repeat(1100)}: a\n`],
		['spaces up to a colon far away', `a${' '.repeat(1100)}: b\n`],
		['a comment below a key and no further right', 'a:\n# c\n  b "c\n\nd: e\n'],
		['a colon stuck to a comment', "m: ['a' :#b\n]\n"],
		['a number with many digits', 'a: 9007199254740993\n'],
		['a number with an exponent', 'a: 1e3\n'],
		['a key that is a number', '1: a\n'],
		['a merge key', '<<: {a: b}\n'],
		['__proto__', '__proto__: {a: b}\n'],
		['a tag', 'a: !!str 1\n'],
		['an anchor', 'a: &b 1\n'],
		['a directive', '%YAML 1.2\n --- a: b\n'],
		['a tab', 'a:\tb\n'],
		['a carriage return alone', 'a: b\rc: d\n'],
		['a bare text', 'a\n'],
		['a list at the top', '- a\n'],
		['an empty text', ''],
		['half of a character', 'a: "\\ud800"\n'],
	])('%s', (_, text) => {
		expect(readPlainYaml(text)).toBeUndefined();
	});
});

test('it says where it gave up', () => {
	expect(plainErrorAt('a: b\n')).toBeUndefined();
	expect(plainErrorAt('a: b\nc: "d\n')).toBe(11);
	expect(plainErrorAt('a: b: c\n')).toBe(4);
});
