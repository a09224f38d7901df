import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/diagnostics/problem.ts';
import { commentsOf } from '../../../src/source/comments.ts';
import { Locator } from '../../../src/source/locator.ts';

function pointedAt(text: string, place: Place): string {
	const { from, to } = new Locator(text).rangeOf(place);
	return text.slice(from, to);
}

const text = `id: SOP-1
roles: &roles
  - id: clerk
    duty: >-
      Checks the invoice
      and the invoice number
also: *roles
flow: { a: [x, "the x"], b: }
twice: 1
twice: 2
`;

describe('a place is pointed at by the smallest thing that is there', () => {
	test.each<readonly [string, Place, string]>([
		['a value', { path: ['id'] }, 'SOP-1'],
		['a key', { path: ['id'], part: 'key' }, 'id'],
		['a map, by its first key', { path: ['roles', 0] }, 'id'],
		['a list, by its first line', { path: ['roles'] }, '- id: clerk'],
		['block text, by its header', { path: ['roles', 0, 'duty'] }, '>-'],
		['words in block text', { path: ['roles', 0, 'duty'], within: { from: 11, to: 18 } }, 'invoice'],
		[
			'words that run over a line, by the whole',
			{ path: ['roles', 0, 'duty'], within: { from: 11, to: 22 } },
			'>-',
		],
		['what an alias stands for', { path: ['also', 0, 'id'] }, 'clerk'],
		['a value in brackets', { path: ['flow', 'a', 1] }, '"the x"'],
		['a word in quotes', { path: ['flow', 'a', 1], within: { from: 4, to: 5 } }, 'x'],
		['a left-out value, by nothing', { path: ['flow', 'b'] }, ''],
		['a missing key, by the key above', { path: ['roles', 0, 'duty', 'x'] }, 'duty'],
		['a missing item, by the key of the list', { path: ['roles', 7, 'id'] }, 'roles'],
		['a missing key at the top, by the first key', { path: ['nothing'] }, 'id'],
		['a key that stands twice, the first time', { path: ['twice'] }, '1'],
		['the text itself', { offsets: { from: 0, to: 2 } }, 'id'],
	])('%s', (_, place, words) => {
		expect(pointedAt(text, place)).toBe(words);
	});

	test('the same word is found the time it is meant', () => {
		const { from } = new Locator(text).rangeOf({ path: ['roles', 0, 'duty'], within: { from: 27, to: 34 } });
		expect(from).toBe(text.lastIndexOf('invoice'));
	});
});

describe('texts that cannot be understood are pointed at by their first line', () => {
	test.each([
		['none at all', '', ''],
		['one that nests too deep', `first: line\nx: ${'['.repeat(5000)}`, 'first: line'],
		['one with an old line ending', 'a: b\rc: d', 'a: b'],
		['one that is too large', `first: line\n${'# more\n'.repeat(200_000)}`, 'first: line'],
	])('%s', (_, hostile, words) => {
		expect(pointedAt(hostile, { path: ['a', 'b', 3] })).toBe(words);
	});
});

describe('ten thousand findings in a hostile text are placed in seconds', () => {
	test.each<readonly [string, string, (at: number) => Place]>([
		[
			'many keys',
			Array.from({ length: 10_000 }, (_, at) => `key-${at}: value\n`).join(''),
			(at) => ({ path: [`key-${at}`], part: 'key' }),
		],
		[
			'one long text with one word again and again',
			`do: ${'as appropriate, '.repeat(10_000)}\n`,
			(at) => ({ path: ['do'], within: { from: at * 16, to: at * 16 + 14 } }),
		],
		['aliases', `a: &a [x]\nb:\n${'  - *a\n'.repeat(10_000)}`, (at) => ({ path: ['b', at, 0] })],
	])('%s', (_, hostile, placeOf) => {
		const locator = new Locator(hostile);
		const started = performance.now();
		for (let at = 0; at < 10_000; at++) expect(locator.rangeOf(placeOf(at)).to).toBeGreaterThan(0);
		expect(performance.now() - started).toBeLessThan(15_000);
	});
});

describe('comments', () => {
	test('are what begins with # outside of quotes and block text', () => {
		const written = '# one\na: "# no" # two\nb: |\n  # no\nc: d#no\n\n  # three\nd: [a, # four\n  b]\n';
		expect(commentsOf(written).map(({ text: words, ownLine }) => [words, ownLine])).toEqual([
			['# one', true],
			['# two', false],
			['# three', true],
			['# four', false],
		]);
		for (const { from, text: words } of commentsOf(written))
			expect(written.startsWith(words, from)).toBe(true);
	});

	test('of a text full of open quotes are not looked for long', () => {
		const started = performance.now();
		commentsOf('- "\\"\n'.repeat(500_000));
		expect(performance.now() - started).toBeLessThan(15_000);
	});
});
