import { describe, expect, it } from 'vitest';
import { fitsType, optionDefect } from '../../../src/lint/rule-option.ts';

const option = (usual: string | number | boolean | readonly string[]) => ({ summary: 'x', default: usual });

describe('optionDefect', () => {
	it.each([
		['2 years', '3 months', undefined],
		['2 years', 'P1M', undefined],
		['2 years', 'soon', 'a length of time, such as 2 years'],
		['2 years', 2, 'a length of time, such as 2 years'],
		['word', 'any', undefined],
		['word', true, 'a text, such as word'],
		[7, 0, undefined],
		[7, '7', 'a number, such as 7'],
		[true, false, undefined],
		[true, 'yes', 'true or false'],
		[['1', '2', '3', '4'], ['7', 8], undefined],
		[['1', '2', '3', '4'], '7', 'a list, such as [1, 2, 3]'],
		[['1'], [true], 'a list, such as [1]'],
	])('of one that is usually %j: %j', (usual, value, wanted) => {
		expect(optionDefect(option(usual), value)).toBe(wanted);
	});

	it('lets rules judge texts of the right type themselves', () => {
		expect(fitsType(option('2 years'), 'soon')).toBe(true);
		expect(fitsType(option('2 years'), 5)).toBe(false);
	});
});
