import { describe, expect, test } from 'vitest';
import { Locator } from '../../../src/source/locator.ts';
import { deepestNesting } from '../../../src/source/nesting.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { documentTexts } from '../../support/document-texts.ts';

const tooDeep = `The text nests more than ${deepestNesting} levels deep`;

function indented(levels: number): string {
	return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
}

describe('10,000 levels are refused at once, however they are written', () => {
	test.each([
		['brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
		['brackets over lines', `a: ${'[\n '.repeat(10_000)}`],
		['braces', `a: ${'{b: '.repeat(10_000)}${'}'.repeat(10_000)}\n`],
		['dashes on one line', `a:\n  ${'- '.repeat(10_000)}b\n`],
		['question marks', `${'? '.repeat(10_000)}a\n`],
		['dashes and question marks', `${'- ? '.repeat(10_000)}a\n`],
		['maps in lists', `${'- a:\n  '.repeat(1)}${indented(1000)}`],
		['indentation', indented(1000)],
	])('%s', (_, text) => {
		const { problems, value } = readYaml(text);
		expect(problems.map(({ message }) => message)).toEqual([tooDeep]);
		expect(value).toBeUndefined();
		const place = new Locator(text).rangeOf({ path: ['a', 0, 0] });
		expect(place.to).toBeLessThanOrEqual(text.length);
	});
});

describe('what only looks deep is read', () => {
	test.each([
		['brackets in a quoted text', `a: "${'['.repeat(500)}"\n`],
		['brackets in a plain text', `a: x${'[{'.repeat(500)}\n`],
		['brackets in block text', `a: |\n${'  [{(\n'.repeat(500)}`],
		['brackets in comments', `${'# [{\n'.repeat(500)}a: b\n`],
		['a staircase in block text', `a: |\n  ${indented(300).replaceAll('\n', '\n  ')}x\n`],
		['a rule of dashes in block text', `a: |\n  ${'- '.repeat(500)}\n`],
		['a staircase in quotes', `a: "x\n${indented(300).replaceAll(':', '').replaceAll(/^/gm, ' ')}x"\n`],
		['ninety levels', indented(90)],
		['many brackets side by side', `a: [${'[], '.repeat(1000)}]\n`],
		['levels that end', `${indented(50)}${indented(50)}`.replaceAll(/^a:/gm, 'b:').replace('b:', 'c:')],
	])('%s', (_, text) => {
		expect(readYaml(text).problems).toEqual([]);
	});

	test.each(documentTexts())('$file', ({ text }) => {
		// A tab in a comment sends the text to the full reader.
		expect(readYaml(`${text}#\t\n`).problems).toEqual([]);
	});
});
