import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/report/display-width.ts';
import { wrapText } from '../../../src/report/wrap-text.ts';

describe('wrapText', () => {
	test('breaks at spaces', () => {
		expect(wrapText('Start this branch at 50, or add one', 16)).toEqual([
			'Start this',
			'branch at 50, or',
			'add one',
		]);
	});

	test('breaks words that are longer than a line, and goes on after them', () => {
		expect(wrapText('a reconciliation is', 6)).toEqual(['a', 'reconc', 'iliati', 'on is']);
	});

	test('breaks them after a mark that joins their parts, where there is one', () => {
		expect(wrapText('finance.bank-reconciliation', 16)).toEqual(['finance.bank-', 'reconciliation']);
		expect(wrapText('the finance.bank-reconciliation of sops/finance/bank.yaml', 10)).toEqual([
			'the',
			'finance.',
			'bank-',
			'reconcilia',
			'tion of',
			'sops/',
			'finance/',
			'bank.yaml',
		]);
	});

	test('counts wide characters as two columns', () => {
		expect(wrapText('経理担当者', 4)).toEqual(['経理', '担当', '者']);
	});

	test('gives one empty line for nothing', () => {
		expect(wrapText('', 10)).toEqual(['']);
	});

	test('never begins a line with the colons of a command to a build server', () => {
		expect(wrapText('abcdef::error::x', 6)).toEqual(['abcdef::', 'error::', 'x']);
	});

	test('loses no word and keeps to the width', () => {
		const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '経', 'é', '-'), minLength: 1 }));
		fc.assert(
			fc.property(words, fc.integer({ min: 2, max: 30 }), (list, width) => {
				const lines = wrapText(list.join(' '), width);
				expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
				for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
			}),
		);
	});
});
