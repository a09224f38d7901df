import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from '../../src/source/line-index.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { documentTexts } from '../support/document-texts.ts';

/** Slips of a hand, each on one line; undefined where a line gives no chance for it. */
const slips: Readonly<Record<string, (line: string) => string | undefined>> = {
	'no space after the colon': (line) => ifMatches(line, /^(\s*(?:- )?[\w-]+:) (\S)/, '$1$2'),
	'no colon': (line) => ifMatches(line, /^(\s*(?:- )?[\w-]+): (\S)/, '$1 $2'),
	'a colon in the text': (line) => ifMatches(line, /^(\s*(?:- )?[\w-]+: \w+) (\w)/, '$1: $2'),
	'a tab': (line) => ifMatches(line, /^ +/, '\t'),
	'a space too many': (line) => ifMatches(line, /^( *[\w-])/, ' $1'),
	'a space too few': (line) => ifMatches(line, /^ /, ''),
	'an open double quote': (line) => ifMatches(line, /^(\s*(?:- )?[\w-]+: )([A-Za-z])/, '$1"$2'),
	'an open single quote': (line) => ifMatches(line, /^(\s*(?:- )?[\w-]+: )([A-Za-z])/, "$1'$2"),
	'a quote dropped': (line) => ifMatches(line, /"$/, ''),
	'no space after the dash': (line) => ifMatches(line, /^(\s*)- /, '$1-'),
	'an open bracket': (line) => ifMatches(line, /^(\s*[\w-]+: \[.*)\]$/, '$1'),
};

function ifMatches(line: string, form: RegExp, replacement: string): string | undefined {
	return form.test(line) ? line.replace(form, replacement) : undefined;
}

const documents = documentTexts().map(({ text }) => text.split('\n'));

test.each(Object.entries(slips))('%s in a real document gives at most one message', (_, slip) => {
	let [far, all] = [0, 0];
	fc.assert(
		fc.property(fc.constantFrom(...documents), fc.nat(), (lines, start) => {
			const at = lines.findIndex((line, index) => index >= start % lines.length && slip(line) !== undefined);
			fc.pre(at !== -1);
			const text = [...lines.slice(0, at), slip(lines[at] ?? ''), ...lines.slice(at + 1)].join('\n');
			const problems = readYaml(text).problems.filter(({ rule }) => rule === 'document/syntax');
			const [first] = problems;
			if (first === undefined) return true;
			all++;
			if (Math.abs(new LineIndex(text).position(first.offsets.from).line - at - 1) > 1) far++;
			return problems.length === 1;
		}),
		{ numRuns: 60 },
	);
	// Some slips only show further down: where the text goes on as it should not.
	expect(all).toBeGreaterThan(20);
	expect(far / all).toBeLessThan(0.25);
});
