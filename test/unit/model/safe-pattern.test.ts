import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safePattern } from '../../../src/model/pattern/safe-pattern.ts';

const matches = (pattern: string, text: string) => {
	const safe = safePattern(pattern);
	if (!safe.ok) throw new Error(`${pattern}: ${safe.why}`);
	return safe.matches(text);
};

describe('safePattern', () => {
	it.each([
		[
			'^(SOP|CHK)-[A-Z]{2,4}-[0-9]{3,}$',
			['SOP-FIN-002', 'CHK-HR-1234'],
			['SOP-F-002', 'SOP-FIN-02', 'xSOP-FIN-002', 'SOP-FIN-002 '],
		],
		['^QP-[0-9.]+$', ['QP-4.2.1'], ['QP-', 'QP-4a']],
		['^[A-Z]+(?:-[A-Z0-9]+)*$', ['A', 'AB-C-D1'], ['A-', 'a', '']],
		['[0-9]{2}', ['a12b', '12'], ['1a2']],
		['^$', [''], ['a']],
		['^(?<kind>\\p{Lu}+)\\.\\d?$', ['ÄÖ.', 'A.1'], ['a.1', 'A.12']],
		['^[^\\]]--[\\d\\-]{1,2}?$', ['x--1', 'x----'], [']--1', 'x--123']],
		['a|^b|c$', ['xa', 'bx', 'xc'], ['xbx', 'cx', '']],
		['(?:a{0,2}){2}b', ['b', 'aaaab'], ['a']],
		['^.$', ['💶', 'x'], ['', 'xy', '\n']],
	])('%s', (pattern, yes, no) => {
		for (const text of yes) expect([text, matches(pattern, text)]).toEqual([text, true]);
		for (const text of no) expect([text, matches(pattern, text)]).toEqual([text, false]);
	});

	it.each([
		'(',
		'[a',
		'a{2',
		'*',
		'\\',
		'(?<=a)b',
		'(?=a)',
		'(?!a)',
		'(a)\\1',
		'(?<n>a)\\k<n>',
		'\\bSOP',
		'a'.repeat(201),
		'(?:a{500}){500}',
	])('refuses %s', (pattern) => {
		expect(safePattern(pattern)).toEqual({ ok: false, why: expect.stringMatching(/\w/) });
	});

	it.each(['^(a+)+$', '^(a|a)*$', '^(a*)*b', '^a*a*a*a*a*a*a*a*a*a*b$', '^(?:a{0,50}){0,15}b$'])(
		'answers %s at once',
		(pattern) => {
			const started = performance.now();
			expect(matches(pattern, `${'a'.repeat(64)}!`)).toBe(false);
			expect(performance.now() - started).toBeLessThan(500);
		},
	);

	it('says the same as RegExp', () => {
		const piece = fc.letrec((tie) => ({
			node: fc.oneof(
				{ maxDepth: 3, depthSize: 'small' },
				fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\w', '-', '^', '$'),
				fc.tuple(tie('node'), tie('node')).map(([a, b]) => `${a}${b}`),
				fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(?:${a}|${b})`),
				fc
					.tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,3}', '{1,}'))
					.map(([a, q]) => `(${a})${q}`),
			),
		})).node;
		fc.assert(
			fc.property(
				piece,
				fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 8 }),
				(pattern, text) => {
					const whole = String(pattern);
					fc.pre(whole.length <= 200);
					expect(matches(whole, text)).toBe(new RegExp(whole, 'u').test(text));
				},
			),
			{ numRuns: 2000 },
		);
	});
});
