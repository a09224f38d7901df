import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../../src/source/line-index.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';

const sound = `format: 1
id: SOP-FIN-900
title: Petty cash
owner: controller
purpose:
  why: Keep cash under control.
  in_scope:
    - All boxes
    - Every site
procedure:
  - id: count
    do: Count the cash.
    by: cashier
    done_when: The sheet is signed.
  - id: book
    do: Book the difference.
    by: cashier
decisions: []
`;

/** What is said of a text: place, the words pointed at, message and help. */
function said(text: string): readonly string[] {
	const lines = new LineIndex(text);
	return readYaml(text).problems.map(({ message, help, offsets: { from, to } }) => {
		const { line, column } = lines.position(from);
		return `${line}:${column} [${text.slice(from, to)}] ${message}. ${help}`;
	});
}

/** The sound text with one stretch replaced. */
function with_(was: string, is: string): string {
	expect(sound).toContain(was);
	return sound.replace(was, is);
}

const misaligned = (line: number, above: number) =>
	`The indentation of this line fits none of the lines above it. It begins in column ${line}, the line above it in column ${above}: line it up with the keys or dashes that it belongs to.`;
const tab =
	'The line is indented with a tab. Indent with spaces, two for each level: YAML allows no tabs there.';
const noKey =
	'The line is neither a key with a colon nor part of the text above it. Write key, colon, space, value. A text that goes on from the line above is indented further than its key.';

test('the text that all of these are made from is sound', () => expect(said(sound)).toEqual([]));

describe('one mistake gives one message, at its place, that shows the line mended', () => {
	test.each<readonly [string, string, string, string]>([
		[
			'a colon in a text',
			'do: Count the cash.',
			'do: Count: all the cash. # soon',
			'12:9 [Count: all the cash.] The text has a colon in it and is not in quotes. Put the whole text in quotes: "Count: all the cash."',
		],
		[
			'two colons in a sentence of a list',
			'- All boxes',
			'- Note: petty cash: all',
			'8:7 [Note: petty cash: all] The text has a colon in it and is not in quotes. Put the whole text in quotes: "Note: petty cash: all"',
		],
		[
			'a colon in a text with quotes in it',
			'title: Petty cash',
			'title: Petty "cash": all',
			`3:8 [Petty "cash": all] The text has a colon in it and is not in quotes. Put the whole text in quotes: 'Petty "cash": all'`,
		],
		['a tab for the indentation', '    do: Count', '\tdo: Count', `12:1 [\t] ${tab}`],
		['a tab behind spaces', '    by: cashier\n    done', '  \tby: cashier\n    done', `13:1 [  \t] ${tab}`],
		[
			'one space too many',
			'    by: cashier\n    done',
			'     by: cashier\n    done',
			`13:6 [by: cashier] ${misaligned(6, 5)}`,
		],
		[
			'one space too few',
			'    by: cashier\n    done',
			'   by: cashier\n    done',
			`13:4 [by: cashier] ${misaligned(4, 5)}`,
		],
		['a dash out of line', '    - Every site', '   - Every site', `9:4 [- Every site] ${misaligned(4, 5)}`],
		['a key out of line at the top', 'owner:', ' owner:', `4:2 [owner: controller] ${misaligned(2, 1)}`],
		[
			'a double quote left open',
			'do: Count the cash.',
			'do: "Count the cash.',
			'12:9 ["Count the cash.] The quote that opens here is never closed. Close it at the end of the text: "Count the cash."',
		],
		[
			'a single quote left open',
			'do: Count the cash.',
			"do: 'Count the cash.",
			`12:9 ['Count the cash.] The quote that opens here is never closed. Close it at the end of the text: "Count the cash."`,
		],
		[
			'a quote that a backslash keeps open, which the reader takes for closed',
			'do: Count the cash.',
			'do: "Count C:\\"',
			`12:9 ["Count C:\\"] The quote that opens here is never closed. Close it at the end of the text: 'Count C:\\"'`,
		],
		[
			'a dash without a space',
			'    - Every',
			'    -Every',
			'9:5 [-Every site] There is no space after the dash. Put one there: - Every site',
		],
		[
			'a dash of a step without a space',
			'  - id: book',
			'  -id: book',
			'15:3 [-id: book] There is no space after the dash. Put one there: - id: book',
		],
		[
			'the first dash without a space, where the line below does not fit',
			'  - id: count',
			'  -id: count',
			'11:3 [-id: count] There is no space after the dash. Put one there: - id: count',
		],
		[
			'a colon without a space',
			'owner: controller',
			'owner:controller',
			'4:1 [owner:controller] There is no space after the colon. Put one there: owner: controller',
		],
		['no colon', 'owner: controller', 'owner controller', `4:1 [owner controller] ${noKey}`],
		[
			'a text that is not indented below its key',
			'do: Count the cash.',
			'do: >-\n    Count the cash.',
			`13:5 [Count the cash.] ${noKey}`,
		],
		[
			'text behind a closing quote',
			'do: Count the cash.',
			'do: "Count" the cash.',
			`12:17 [the cash.] The text goes on after its closing quote. Put the whole text in quotes: '"Count" the cash.'`,
		],
		[
			'an apostrophe in single quotes',
			'do: Count the cash.',
			"do: 'Count the box's cash.'",
			`12:24 [s cash.'] The text goes on after its closing quote. Put the whole text in quotes: "Count the box's cash."`,
		],
		[
			'a bracket left open',
			'decisions: []',
			'decisions: [a, b',
			'18:12 [[a, b] The [ that opens here is never closed. Close it with ], or put the whole text in quotes where it is part of one.',
		],
		[
			'a text that begins with a bracket',
			'do: Count the cash.',
			'do: [Optional] count the cash.',
			'12:20 [count the cash.] The text begins with [ and goes on after the ]. Put the whole text in quotes: "[Optional] count the cash."',
		],
		[
			'a placeholder in braces',
			'do: Count the cash.',
			'do: {{period}} cash.',
			'12:20 [cash.] The text begins with { and goes on after the }. Put the whole text in quotes: "{{period}} cash."',
		],
		...['@', '%', '`', '!', '& ', '>5 '].map((sign): readonly [string, string, string, string] => [
			`a text that begins with ${sign}`,
			'do: Count the cash.',
			`do: ${sign}Count`,
			`12:9 [${sign}Count] A text without quotes cannot begin with ${sign[0]}. Put the whole text in quotes: "${sign}Count"`,
		]),
		[
			'Markdown at the beginning of a text',
			'do: Count the cash.',
			'do: *Count* the cash.',
			'12:9 [*Count* the cash.] A text without quotes cannot begin with *. Put the whole text in quotes: "*Count* the cash."',
		],
		[
			'a path with backslashes in double quotes',
			'do: Count the cash.',
			'do: "C:\\path\\quotes"',
			'12:12 [\\p] \\p means nothing between double quotes. Put the text in single quotes, or write each backslash twice.',
		],
		[
			'a comment without a space',
			'do: Count the cash.',
			'do: "Count."#soon',
			'12:17 [#soon] There is no space before #. Put a space there if a comment begins, or quotes around the whole text.',
		],
		[
			'a merge conflict',
			'owner: controller\n',
			'<<<<<<< HEAD\nowner: controller\n=======\nowner: cfo\n>>>>>>> other\n',
			'4:1 [<<<<<<< HEAD] A merge conflict was left in the file. Keep one of the two versions, or put them together, and delete the lines with <<<<<<<, ======= and >>>>>>>.',
		],
	])('%s', (_, was, is, message) => {
		expect(said(with_(was, is))).toEqual([message]);
	});
});

test('mistakes in several places are told together', () => {
	const text = with_('owner: controller', 'owner controller')
		.replace('    - Every', '    -Every')
		.replace('do: Count the', 'do: Count: the')
		.replace('do: Book the', 'do: "Book the');
	expect(said(text).map((one) => one.slice(0, one.indexOf('.')))).toEqual([
		'4:1 [owner controller] The line is neither a key with a colon nor part of the text above it',
		'9:5 [-Every site] There is no space after the dash',
		'12:9 [Count: the cash',
		'16:9 ["Book the difference',
	]);
});

test('a file that is indented with tabs throughout is told so once', () => {
	const tabs = sound.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
	expect(said(tabs)).toEqual([
		`6:1 [\t] The line is indented with a tab, as are others below. Indent with spaces, two for each level: YAML allows no tabs there.`,
	]);
});

test('of very many mistakes the first twenty are told, and how many more there are', () => {
	const text = Array.from({ length: 50 }, (_, at) => `k${at}: @x\n`).join('');
	const messages = readYaml(text).problems.map(({ message }) => message);
	expect(messages).toHaveLength(21);
	expect(messages.at(-1)).toBe('There are 30 more places like these, the next one here');
});

test('a text that was lost for good does not give one message a word', () => {
	const text = with_('do: Count the cash.', 'do: "{a:\n b}Count the cash');
	expect(said(text)).toHaveLength(1);
	expect(said(text)[0]).toMatch(/^12:9 .+ The quote that opens here is never closed/);
});
