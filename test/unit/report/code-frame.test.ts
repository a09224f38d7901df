import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../../src/report/code-frame.ts';
import { displayWidth } from '../../../src/report/display-width.ts';
import { inertText } from '../../../src/report/inert-text.ts';
import { hostileText } from './sample-report.ts';

const plain = { quiet: (text: string) => text, mark: (text: string) => text };

/** The frame of one line, its range at `marked`. */
function frameOf(text: string, marked: string, width = 80): readonly string[] {
	const from = text.indexOf(marked) + 1;
	const range = { start: { line: 7, column: from }, end: { line: 7, column: from + marked.length } };
	return codeFrame({ firstLine: 7, lines: [text] }, range, width, plain);
}

describe('codeFrame', () => {
	test('aligns numbers of different lengths', () => {
		const range = { start: { line: 10, column: 1 }, end: { line: 10, column: 3 } };
		expect(codeFrame({ firstLine: 9, lines: ['a: 1', 'bb: 2', 'c: 3'] }, range, 80, plain)).toEqual([
			'      9 │ a: 1',
			'   ▸ 10 │ bb: 2',
			'        │ ~~',
			'     11 │ c: 3',
		]);
	});

	test('underlines behind tabs, wide and combining characters', () => {
		expect(frameOf('\tGrüße an e\u0301t 経理 → x', 'x')).toEqual([
			'   ▸ 7 │     Grüße an e\u0301t 経理 → x',
			'       │                        ~',
		]);
	});

	test('underlines wide characters in full', () => {
		expect(frameOf('by: 経理', '経理')).toEqual(['   ▸ 7 │ by: 経理', '       │     ~~~~']);
	});

	test('leaves out the carriage return of a line', () => {
		expect(frameOf('by: me\r', 'me')).toEqual(['   ▸ 7 │ by: me', '       │     ~~']);
	});

	test('marks an empty place and one after the end', () => {
		const at = (column: number) => ({ start: { line: 7, column }, end: { line: 7, column } });
		const excerpt = { firstLine: 7, lines: ['by:'] };
		expect(codeFrame(excerpt, at(2), 80, plain)[1]).toBe('       │  ~');
		expect(codeFrame(excerpt, at(4), 80, plain)[1]).toBe('       │    ~');
		expect(codeFrame({ firstLine: 7, lines: [''] }, at(1), 80, plain)).toEqual(['   ▸ 7 │', '       │ ~']);
	});

	test('underlines each line of a longer range, without indentation', () => {
		const range = { start: { line: 1, column: 5 }, end: { line: 4, column: 1 } };
		const lines = ['do: >-', '  first line', '  second', 'next: end'];
		expect(codeFrame({ firstLine: 1, lines }, range, 80, plain)).toEqual([
			'   ▸ 1 │ do: >-',
			'       │     ~~',
			'   ▸ 2 │   first line',
			'       │   ~~~~~~~~~~',
			'   ▸ 3 │   second',
			'       │   ~~~~~~',
			'     4 │ next: end',
		]);
	});

	test.each([
		['at its end', 'begin', '   ▸ 7 │ begin aaaa bbbb c…', '       │ ~~~~~'],
		['at its beginning', 'finish', '   ▸ 7 │ … cccc dddd finish', '       │             ~~~~~~'],
		['on both sides', 'cccc', '   ▸ 7 │ … bbbb cccc dddd …', '       │        ~~~~'],
	])('clips a long line %s', (_, marked, line, underline) => {
		expect(frameOf('begin aaaa bbbb cccc dddd finish', marked, 27)).toEqual([line, underline]);
	});

	test('shows the beginning of a range that is longer than the line', () => {
		const [line, underline] = frameOf(`key: ${'x'.repeat(200)}`, 'x'.repeat(200), 40);
		expect(line).toBe('   ▸ 7 │ …ey: xxxxxxxxxxxxxxxxxxxxxxxxx…');
		expect(underline).toBe('       │      ~~~~~~~~~~~~~~~~~~~~~~~~~');
	});

	test('underlines exactly what is marked, for any text before and behind it', () => {
		const unit = fc.constantFrom('a', ' ', '経', 'e\u0301', '👍🏽', '\u202E', '\u001B');
		const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, text, text, (before, marked, behind) => {
				const from = before.length + 1;
				const range = { start: { line: 7, column: from }, end: { line: 7, column: from + marked.length } };
				const lines = [`${before}${marked}${behind}`];
				const [source, underline] = codeFrame({ firstLine: 7, lines }, range, 1000, plain);
				expect(source).toBe(`   ▸ 7 │ ${inertText(lines.join())}`.trimEnd());
				const blank = ' '.repeat(displayWidth(inertText(before)));
				const wave = '~'.repeat(Math.max(1, displayWidth(inertText(marked))));
				expect(underline).toBe(`       │ ${blank}${wave}`);
			}),
		);
	});

	test('keeps to the width, with one underline in it, whatever the line and the range', () => {
		const unit = fc.constantFrom('a', '\t', '経', '👍🏽', ...hostileText);
		const text = fc.array(unit, { maxLength: 120 }).map((parts) => parts.join('').replaceAll('\n', ' '));
		fc.assert(
			fc.property(text, fc.nat(), fc.nat(), fc.integer({ min: 30, max: 100 }), (line, a, b, width) => {
				const from = a % (line.length + 1);
				const to = from + (b % (line.length - from + 1));
				const range = { start: { line: 7, column: from + 1 }, end: { line: 7, column: to + 1 } };
				const frame = codeFrame({ firstLine: 7, lines: [line] }, range, width, plain);
				expect(frame).toHaveLength(2);
				expect(displayWidth(frame[0] ?? '')).toBeLessThanOrEqual(width);
				expect(frame[1]).toMatch(/^ {7}│ *~+$/);
				// An empty place behind the last character may stand one further.
				expect(displayWidth(frame[1] ?? '')).toBeLessThanOrEqual(from === line.length ? width + 1 : width);
			}),
		);
	});
});
