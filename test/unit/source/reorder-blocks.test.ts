import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/source/apply-edits.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { reorderBlocks } from '../../../src/source/reorder-blocks.ts';

/** Keys of one letter are ranked by the alphabet; upper-case ones stay where they are. */
const reorder = (text: string) => {
	const keys = [...text.matchAll(/^(?<key>\w):/gm)].map((match) => {
		const key = match.groups?.['key'] ?? '';
		return { at: match.index, rank: key === key.toLowerCase() ? key.charCodeAt(0) : undefined };
	});
	const edit = reorderBlocks(text, keys);
	return edit === undefined ? text : applyEdits(text, [edit]).text;
};

describe('reorderBlocks', () => {
	it.each([
		['in order already', 'a: 1\nb: 2\n', 'a: 1\nb: 2\n'],
		['two blocks', 'b: 2\na: 1\n', 'a: 1\nb: 2\n'],
		[
			'comments and blank lines go with the key below them',
			'A: 0\n\n# of c\nc:\n  - 3\n  # inside c\n\n\n# of a\n# too\na: 1\n',
			'A: 0\n\n\n# of a\n# too\na: 1\n\n# of c\nc:\n  - 3\n  # inside c\n',
		],
		['other keys stay', 'c: 3\nA: 0\na: 1\nB: 0\nb: 2\n', 'a: 1\nA: 0\nb: 2\nB: 0\nc: 3\n'],
		['what the file ends with stays', 'b: 2\na: 1\n\n# end of file\n', 'a: 1\nb: 2\n\n# end of file\n'],
		[
			'a line for the editor stays on top',
			'# yaml-language-server: $schema=x\n# of b\nb: 2\na: 1\n',
			'# yaml-language-server: $schema=x\na: 1\n# of b\nb: 2\n',
		],
		['a start mark stays', '---\nb: 2\na: 1\n...\n', '---\na: 1\nb: 2\n...\n'],
		['no line end at the end', 'b: 2\na: 1', 'a: 1\nb: 2'],
		['Windows line ends', 'b: 2\r\n\r\n# x\r\na: 1', '\r\n# x\r\na: 1\r\nb: 2'],
		['a comment behind a value goes with it', 'b: 2 # two\na: 1 # one\n', 'a: 1 # one\nb: 2 # two\n'],
		[
			'block text keeps its lines',
			'b: |\n  # no comment\n\n  text\n\na: 1\n',
			'\na: 1\nb: |\n  # no comment\n\n  text\n',
		],
	])('%s', (_, before, after) => {
		expect(reorder(before)).toBe(after);
	});

	it('does nothing where a key does not begin its line', () => {
		expect(
			reorderBlocks('{b: 2, a: 1}', [
				{ at: 1, rank: 2 },
				{ at: 7, rank: 1 },
			]),
		).toBeUndefined();
	});

	it('keeps the value and every line, and is done after one round', () => {
		const block = fc.record({
			above: fc.array(fc.constantFrom('', '# note', '#', '  '), { maxLength: 3 }),
			body: fc.constantFrom(
				' 1',
				'\n  - x # y\n  - z',
				' |\n  text\n\n  # more',
				'\n  k: "a\n    b"',
				' [1,\n  2] # c',
				' # empty',
			),
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'A', 'B'), { minLength: 1 }),
				fc.array(block, { minLength: 7, maxLength: 7 }),
				fc.constantFrom('\n', '\r\n'),
				(keys, blocks, lineEnd) => {
					const text = keys
						.map(
							(key, index) =>
								`${(blocks[index]?.above ?? []).map((line) => `${line}\n`).join('')}${key}:${blocks[index]?.body}\n`,
						)
						.join('')
						.replaceAll('\n', lineEnd);
					const after = reorder(text);
					expect(readYaml(after).value).toEqual(readYaml(text).value);
					expect(after.split(lineEnd).sort()).toEqual(text.split(lineEnd).sort());
					const order = [...after.matchAll(/^([a-e]):/gm)].map(([, key]) => key);
					expect(order).toEqual([...order].sort());
					expect(reorder(after)).toBe(after);
				},
			),
			{ numRuns: 1000 },
		);
	});
});
