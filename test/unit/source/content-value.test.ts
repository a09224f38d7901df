import { describe, expect, test } from 'vitest';
import { readFullYaml } from '../../../src/source/full-yaml.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';

/** The text that a problem points at, the rule and the message. */
function problemsOf(text: string): readonly string[] {
	return readYaml(text).problems.map(
		({ rule, message, offsets }) => `${text.slice(offsets.from, offsets.to)} | ${rule} | ${message}`,
	);
}

describe('one text has one reading: what YAML leaves open is refused', () => {
	test.each([
		['a YAML directive', '%YAML 1.2\n---\na: 1\n', '% | document/syntax | The file has a % directive'],
		[
			'a TAG directive',
			'%TAG ! tag:x,2000:\n---\na: 1\n',
			'% | document/syntax | The file has a % directive',
		],
		['a second document', 'a: 1\n---\na: 2\n', '--- | document/syntax | The file holds two documents'],
		[
			'a second document without a marker of its own',
			'a: 1\n...\nb: 2\n',
			'b | document/syntax | The file holds two documents',
		],
		[
			'a tag of somebody’s own',
			'a: !secret b c\n',
			'!secret b c | document/syntax | A text without quotes cannot begin with !',
		],
		[
			'a tag outside the core schema',
			'a: !!binary aGk=\n',
			'!!binary aGk= | document/syntax | A text without quotes cannot begin with !',
		],
		[
			'a merge key',
			'a: &x {b: 1}\nc:\n  <<: *x\n',
			'<< | document/syntax | Merge keys (<<) are not of the format',
		],
		['a number as a key', 'a:\n  1: b\n', '1 | document/syntax | The key 1 is not text'],
		['a truth value as a key', 'true: b\n', 'true | document/syntax | The key true is not text'],
		['nothing as a key', 'a:\n  null: b\n', 'null | document/syntax | The key null is not text'],
		['a left-out key', 'a: {: b}\n', ' | document/syntax | A key is not text'],
		['a list as a key', '[a, b]: c\n', '[a, b] | document/syntax | The key [a, b] is not text'],
		['a map as a key', 'x: {{a: b}: c}\n', '{a: b} | document/syntax | The key {a: b} is not text'],
		['an alias as a key', 'a: &x b\n*x : c\n', '*x | document/syntax | A key is not text'],
		['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 'a | document/duplicate-key | The key a stands twice'],
		['… within brackets', 'x: {a: 1, "a": 2}\n', '"a" | document/duplicate-key | The key a stands twice'],
		['__proto__', '__proto__:\n  a: 1\n', '__proto__ | document/syntax | __proto__ cannot be a key'],
		['infinity', 'a: .inf\n', '.inf | document/syntax | .inf is not a number that can be written down'],
		[
			'minus infinity',
			'a: -.INF\n',
			'-.INF | document/syntax | -.INF is not a number that can be written down',
		],
		['no number', 'a: .NaN\n', '.NaN | document/syntax | .NaN is not a number that can be written down'],
		[
			'a number beyond all',
			'a: 1e400\n',
			'1e400 | document/syntax | 1e400 is not a number that can be written down',
		],
		[
			'half of a character',
			'a: "\\ud83d"\n',
			'"\\ud83d" | document/syntax | The text holds half of a character (a lone surrogate)',
		],
		[
			'half of a character as a key',
			'"\\ude00": a\n',
			'"\\ude00" | document/syntax | The text holds half of a character (a lone surrogate)',
		],
		[
			'a carriage return alone',
			'a: b\rc: d\n',
			'\r | document/syntax | A line ends in a carriage return alone, as on very old Macs',
		],
		[
			'a line break escaped into an empty line',
			'a: "b\\\n\n  c"\n',
			'"b\\\n\n  c" | document/syntax | A backslash at the end of a line stands before an empty line',
		],
		['an empty text', '', ' | document/syntax | The file is empty'],
		['only comments', '# nothing\n', ' | document/syntax | The file is empty'],
		['only a marker', '---\n', ' | document/syntax | The file is empty'],
	])('%s', (_, text, problem) => {
		expect(problemsOf(text)).toEqual([problem]);
	});

	test.each([
		['2^53 + 1', '9007199254740993', '9007199254740992'],
		['0.1 with 20 digits', '0.10000000000000000555', '0.1'],
		['more digits than a double has', '12345678901234567890', '12345678901234567000'],
		['less than the least', '1e-400', '0'],
		['a rounded hexadecimal', '0x20000000000001', '9007199254740992'],
	])('a number that would be rounded: %s', (_, written, read) => {
		expect(problemsOf(`a: ${written}\n`)).toEqual([
			`${written} | document/number-not-exact | ${written} would be read as ${read}`,
		]);
	});
});

describe('what has one reading is read', () => {
	test.each<readonly [string, unknown]>([
		['1.50', 1.5],
		['007', 7],
		['+12', 12],
		['-0', -0],
		['.5', 0.5],
		['1.', 1],
		['1e3', 1000],
		['0.1', 0.1],
		['9007199254740991', 9007199254740991],
		['1000000000000000000000', 1e21],
		['5e-324', 5e-324],
		['0x1F', 31],
		['0o17', 15],
		['1_000', '1_000'],
		['12:30', '12:30'],
		['2026-01-31', '2026-01-31'],
		['0b1', '0b1'],
		['yes', 'yes'],
		['on', 'on'],
		['True', true],
		['FALSE', false],
		['~', null],
		['Null', null],
		['nULL', 'nULL'],
		['=', '='],
		['!!str 12', '12'],
		['!!int "12"', 12],
		['"\\ud83d\\ude00"', '😀'],
		['"<<"', '<<'],
		['"\\/\\x41\\e"', '/A\u001b'],
	])('a: %s', (written, value) => {
		expect(readYaml(`a: ${written}\n`)).toEqual({ value: { a: value }, problems: [] });
	});

	test('a byte-order mark, a marker at the start, quoted keys and anchors are no part of the value', () => {
		expect(readYaml('---\n"1": &x [a]\n"null": *x\n...\n')).toEqual({
			value: { 1: ['a'], null: ['a'] },
			problems: [],
		});
	});

	test('an alias stands for what last bore its name', () => {
		expect(readYaml('a: &x 1\nb: &x 2\nc: *x\nd: {&x e: *x}\n').value).toEqual({
			a: 1,
			b: 2,
			c: 2,
			d: { e: 'e' },
		});
	});

	test('a text is never more than its value: no prototype is reached, no getter called', () => {
		const { value } = readYaml('constructor: a\ntoString: b\nhasOwnProperty: c\n');
		expect(value).toEqual({ constructor: 'a', toString: 'b', hasOwnProperty: 'c' });
		readYaml('a:\n  __proto__:\n    polluted: true\n');
		readFullYaml('__proto__: {polluted: true}\n');
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});
});

describe('aliases', () => {
	test('one without an anchor before it', () => {
		expect(problemsOf('a: *b\nc: &b 1\n')).toEqual([
			'*b | document/syntax | *b refers to an anchor &b that stands nowhere before it',
		]);
	});

	test('one that stands inside what it refers to', () => {
		expect(problemsOf('a: &b\n  c: [*b]\n')).toEqual([
			'*b | document/syntax | *b stands inside what it refers to',
		]);
	});

	test('many that multiply', () => {
		const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
		for (let at = 1; at < 60; at++)
			lines.push(`a${at}: &a${at} [${Array.from({ length: 10 }, () => `*a${at - 1}`).join(', ')}]`);
		expect(problemsOf(`${lines.join('\n')}\n`)).toEqual([
			'*a3 | document/syntax | Written out, the aliases come to more than 100,000 values, or nest too deep',
		]);
		expect(readYaml(lines.slice(0, 4).join('\n')).problems).toEqual([]);
	});

	test('many in a chain, each a level deeper', () => {
		const lines = ['a0: &a0 x'];
		for (let at = 1; at < 5000; at++) lines.push(`a${at}: &a${at} [*a${at - 1}]`);
		expect(problemsOf(lines.join('\n'))).toEqual([
			'*a199 | document/syntax | Written out, the aliases come to more than 100,000 values, or nest too deep',
		]);
	});

	test('five hundred steps may have one role by an alias', () => {
		const text = `role: &role clerk\nsteps:\n${'  - by: *role\n'.repeat(500)}`;
		expect(readYaml(text).problems).toEqual([]);
	});
});

test('all that is wrong is said at once', () => {
	expect(problemsOf('%YAML 1.2\n---\na: 1\na: 2\nb: .nan\n1: c\nd: 0.10000000000000000555\n')).toEqual([
		'% | document/syntax | The file has a % directive',
		'a | document/duplicate-key | The key a stands twice',
		'1 | document/syntax | The key 1 is not text',
		'.nan | document/syntax | .nan is not a number that can be written down',
		'0.10000000000000000555 | document/number-not-exact | 0.10000000000000000555 would be read as 0.1',
	]);
});
