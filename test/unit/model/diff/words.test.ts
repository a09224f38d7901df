import { describe, expect, test } from 'vitest';
import { shownPair, shownWords } from '../../../../src/model/diff/shown-words.ts';
import { spellingOnly } from '../../../../src/model/diff/spelling-only.ts';
import { alikeNumbers } from '../../../../src/model/diff/value-words.ts';
import { diffOf, lineOf } from './change-of.ts';

describe('spellingOnly', () => {
	test.each([
		['Sign the log.', 'sign the log'],
		['Sign  the\nlog', 'Sign the log'],
		['Reconcile the accounts', 'Reconncile the accounts'],
		['Recieve the statement', 'Receive the statement'],
		['Sign "it", then file', 'Sign it then file'],
	])('holds for %j and %j', (one, other) => {
		expect([spellingOnly(one, other), spellingOnly(other, one)]).toEqual([true, true]);
	});

	test.each([
		['authorised people', 'unauthorised people'],
		['internal use', 'external use'],
		['may sign', 'may not sign'],
		['a limit of 1.00', 'a limit of 100'],
		['a limit of 50', 'a limit of -50'],
		['1,5 hours', '15 hours'],
		['above 5', 'above 5%'],
		['every month', 'every months'],
		['form', 'from'],
		['< 5 days', '> 5 days'],
		['the auditor', 'the auditors'],
	])('does not hold for %j and %j', (one, other) => {
		expect([spellingOnly(one, other), spellingOnly(other, one)]).toEqual([false, false]);
	});

	test('takes lists line by line', () => {
		expect(spellingOnly(['A b.', 'C'], ['a b', 'c'])).toBe(true);
		expect(spellingOnly(['a', 'b'], ['a'])).toBe(false);
	});
});

describe('shownPair', () => {
	test('gives short words as they are', () => {
		expect(shownPair('1 day', '2 days')).toEqual(['1 day', '2 days']);
	});

	test('puts what could be read as the sentence in quotes', () => {
		expect(shownWords('a → b')).toBe('"a → b"');
		expect(shownWords('Step x: done')).toBe('"Step x: done"');
		expect(shownWords('')).toBe('""');
	});

	test('shows the difference of long texts, wherever it stands', () => {
		const long = 'word '.repeat(100).trim();
		const [one, other] = shownPair(`${long} red ${long}`, `${long} green ${long}`);
		expect(one).toContain('red');
		expect(other).toContain('green');
		expect(one.length).toBeLessThan(80);
		expect(shownPair(`${'x'.repeat(500)}a`, `${'x'.repeat(500)}b`)).toEqual(['"…a"', '"…b"']);
	});

	test('does not cut a character in two', () => {
		const [one, other] = shownPair(`${'😀'.repeat(100)}a`, `${'😀'.repeat(100)}b`);
		expect(/\p{Cs}/u.test(one + other)).toBe(false);
	});
});

test('alikeNumbers gives both the same decimals, where they have decimals at all', () => {
	expect(alikeNumbers(0.01, 1)).toEqual(['0.01', '1.00']);
	expect(alikeNumbers(1, 2)).toEqual(['1', '2']);
	expect(alikeNumbers(1e300, 0.5)).toEqual(['1e+300', '0.5']);
});

describe('hostile texts', () => {
	const doing = (text: string) => ({ procedure: [{ id: 'a', do: text, by: 'b' }] });

	test('that look the same are told apart', () => {
		expect(diffOf(doing('Sign ü.'), doing('Sign u\u0308.')).map(lineOf)).toEqual([
			'- 7 step-instruction-changed: Step a: instruction, in its spelling only, "Sign \\u00fc." → "Sign u\\u0308."',
		]);
		const hidden = diffOf(doing('Sign it.'), doing('Sign\u200b it.'));
		expect(hidden.map(lineOf)).toEqual([
			'! 7 step-instruction-changed: Step a: instruction "Sign it." → "Sign\\u200b it."',
		]);
	});

	test('stay exactly what they are in `before` and `after`, and on one line in the sentence', () => {
		const text = 'Sign\n! control-relevant: \u001b[31mStep b removed';
		const [change] = diffOf(doing('Sign'), doing(text));
		expect(change?.after).toBe(text);
		expect(change?.words).not.toContain('\n');
		expect(change?.words).toMatch(/^Step a: instruction "Sign" → "Sign ! control/);
	});

	test('as keys and ids are data', () => {
		const odd = JSON.parse('{"__proto__": {"id": "x"}, "constructor": 1, "toString": "a"}');
		expect(diffOf({}, odd).map((change) => change.kind)).toEqual([
			'key-changed',
			'key-changed',
			'key-changed',
		]);
		const rows = (id: string) => ({ procedure: [{ id, do: 'x' }] });
		expect(diffOf(rows('__proto__'), rows('constructor')).map(lineOf)).toEqual([
			'- 7 step-renamed: Step __proto__ renamed constructor',
		]);
	});

	test('of any length make short sentences, in time', () => {
		const long = (letter: string) => doing(letter.repeat(200_000));
		expect(diffOf(long('a'), long('b'))[0]?.words.length).toBeLessThan(400);
		const many = (text: string) => ({ procedure: Array.from({ length: 5000 }, () => ({ do: text })) });
		expect(diffOf(many('a'), many('b'))).toHaveLength(10_000);
	});
});
