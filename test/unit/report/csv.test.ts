import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../src/report/csv.ts';

describe('csvText', () => {
	test('separates with commas, ends lines with CRLF, doubles quotes', () => {
		const rows = [['SOP-1', 'Say "no", then stop', 3, true, null]];
		expect(csvText(['id', 'what', 'n', 'ok', 'end'], rows)).toBe(
			'id,what,n,ok,end\r\nSOP-1,"Say ""no"", then stop",3,true,\r\n',
		);
	});

	test.each([
		'=1+1',
		'+SUM(A1)',
		'-2+3',
		'@cmd',
		'\t=1',
		'\r=1',
		'\n=1',
		'＝1',
		'=HYPERLINK("https://evil.example")',
		'-',
	])('guards the formula %j', (formula) => {
		const [row] = parse(csvText([], [[formula]])).slice(-1);
		expect(row).toEqual([`'${formula}`]);
	});

	test.each(['-5', '+3.25', '-.5', '1e3', '-1E-3', '12.'])('leaves the plain number %j', (number) => {
		expect(csvText(['n'], [[number]])).toBe(`n\r\n${number}\r\n`);
	});

	test('leaves negative numbers that are numbers', () => {
		expect(csvText(['n'], [[-5]])).toBe('n\r\n-5\r\n');
	});

	test('makes control and invisible characters visible, but for line breaks and tabs', () => {
		expect(csvText(['a'], [['x\u001B[31m\u202E\ty\r\nz']])).toBe('a\r\n"x␛[31m\\u{202E}\ty\r\nz"\r\n');
	});

	test('is read back by another reader', () => {
		const cell = fc.string({
			unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', ';', "'", 'é', '経', '=', '1', '-'),
		});
		const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
		fc.assert(
			fc.property(rows, (list) => {
				const read: unknown = parse(csvText(['a', 'b'], list), { record_delimiter: '\r\n' });
				const guarded = (text: string) =>
					/^[=+\-@\t\r\n]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
				expect(read).toEqual([['a', 'b'], ...list.map((row) => row.map(guarded))]);
			}),
		);
	});
});
