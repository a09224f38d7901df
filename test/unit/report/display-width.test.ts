import { describe, expect, test } from 'vitest';
import { displayCells, displayWidth } from '../../../src/report/display-width.ts';

describe('displayWidth', () => {
	test.each([
		['', 0],
		['variance', 8],
		['Überprüfung', 11],
		['e\u0301te\u0301', 3],
		['経理', 4],
		['한국어', 6],
		['ｱｲｳ', 3],
		['Ａ', 2],
		['👩\u200D💻', 2],
		['🇩🇪', 2],
		['❤\uFE0F', 2],
		['→ ✓', 3],
		['क्\u200Dष', 1],
	])('of %j is %i', (text, width) => {
		expect(displayWidth(text)).toBe(width);
	});
});

describe('displayCells', () => {
	test('expands tabs to the next stop, wide characters counted', () => {
		const cells = displayCells('\ta\t経\tb');
		expect(cells.map((cell) => cell.width)).toEqual([4, 1, 3, 2, 2, 1]);
		expect(cells.map((cell) => cell.text).join('')).toBe('    a   経  b');
	});

	test('keeps the offsets of the text', () => {
		const text = 'x\u001Be\u0301👍\u202E';
		const cells = displayCells(text);
		expect(cells.map((cell) => text.slice(cell.from, cell.to)).join('')).toBe(text);
		expect(cells.map((cell) => cell.text)).toEqual(['x', '␛', 'e\u0301', '👍', '\\u{202E}']);
	});

	test('takes plain text character by character', () => {
		expect(displayCells('ab')).toEqual([
			{ text: 'a', width: 1, from: 0, to: 1 },
			{ text: 'b', width: 1, from: 1, to: 2 },
		]);
	});
});
