import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openVersion } from '../../src/scaffold/open-version.ts';
import type { NextVersion } from '../../src/scaffold/version-row.ts';
import { commentsOf } from '../../src/source/comments.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { documentTexts } from '../support/document-texts.ts';

// Opening a version changes what it says it changes, and not one byte of anything else.

const root = fileURLToPath(new URL('../..', import.meta.url));
const isDocument = (file: string) => /\.(?:sop|checklist)\.yaml$/.test(file);
const fixtures = ['test/fixtures', 'test/rules'].flatMap((folder) =>
	readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
		.filter(isDocument)
		.sort()
		.map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${root}/${folder}/${file}`, 'utf8') })),
);
const isOpenable = ({ text }: { readonly text: string }) => {
	const { value, problems } = readYaml(text);
	const { version, change_log: log } = (value ?? {}) as Record<string, unknown>;
	return (
		problems.length === 0 &&
		version !== undefined &&
		(log === undefined || log === null || Array.isArray(log))
	);
};
const documents = [...documentTexts().filter(({ file }) => isDocument(file)), ...fixtures].filter(isOpenable);

const next: NextVersion = {
	version: '9.0',
	date: '2026-11-22',
	author: 'jane.doe',
	what: 'Limit: lowered # to 50 USD, [or less]',
	why: 'An audit finding of last year, which asked for a limit that a clerk can check without asking anybody else about it.',
	affects: ['CHK-FIN-001'],
	retrain: true,
	effective: undefined,
};

/** Checks one text against all that is promised, by the values alone. */
function expectOpened(text: string, version: NextVersion): string {
	const { text: opened, whyNot } = openVersion(text, version);
	expect(whyNot).toBeUndefined();
	const after = opened ?? '';
	const { value, problems } = readYaml(after);
	expect(problems).toEqual([]);
	const before = readYaml(text).value as Record<string, unknown>;
	const { effective, affects, retrain, ...row } = version;
	const { effective: old, change_log: log, ...rest } = before;
	const rows = Array.isArray(log) ? log : [];
	expect(value).toEqual({
		...rest,
		version: version.version,
		...(effective === undefined ? {} : { effective }),
		change_log: [
			{ ...row, ...(affects.length === 0 ? {} : { affects }), ...(retrain === undefined ? {} : { retrain }) },
			...rows,
		],
	});
	expect(commentsOf(after).map((one) => one.text)).toEqual(commentsOf(text).map((one) => one.text));
	return after;
}

/** Lines of a text that stand in the other in this order: all but those that were touched. */
function linesKept(before: string, after: string): number {
	const [old, now] = [before.split('\n'), after.split('\n')];
	let [kept, at] = [0, 0];
	for (const line of old) {
		const found = now.indexOf(line, at);
		if (found === -1) continue;
		kept++;
		at = found + 1;
	}
	return old.length - kept;
}

describe('opening a version', () => {
	it('has documents to be tried on', () => expect(documents.length).toBeGreaterThan(60));

	it.each(documents)('of $file', ({ text }) => {
		const after = expectOpened(text, next);
		// The number, and the day in force.
		expect(linesKept(text, after)).toBeLessThanOrEqual(2);
		expectOpened(text, { ...next, effective: '2027-01-01', affects: [], retrain: undefined });
	});

	it('of a document that ends with its version, without a line end', () => {
		const text = 'format: 1\nid: SOP-FIN-001\nchange_log: # newest first\nversion: "1.0"';
		expect(expectOpened(text, { ...next, effective: '2027-01-01' })).toMatch(
			/\nversion: "9\.0"\neffective: 2027-01-01$/,
		);
	});

	it('of any document, in any layout, with any words', () => {
		const layouts = [
			(text: string) => text,
			(text: string) => text.replaceAll('\n', '\r\n'),
			(text: string) => text.replace(/\n+$/, ''),
			(text: string) => JSON.stringify(readYaml(text).value),
			(text: string) => JSON.stringify(readYaml(text).value, null, '\t'),
			(text: string) =>
				stringify(readYaml(text).value, { indentSeq: false, defaultStringType: 'QUOTE_SINGLE' }),
			(text: string) => stringify(readYaml(text).value, { indent: 4, lineWidth: 40 }),
			(text: string) => stringify(readYaml(text).value, { collectionStyle: 'flow', lineWidth: 60 }),
			(text: string) => `# begins\n---\n${text.replace(/^---\n/m, '')}`,
			(text: string) => text.replace(/^change_log:$/m, 'change_log:   # newest first\n  # below\n'),
			(text: string) => text.replace(/^effective: (.*)$/m, 'effective:    "$1"   # the day'),
		];
		const words = fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
			.map((one) => one.normalize('NFC'));
		fc.assert(
			fc.property(
				fc.constantFrom(...documents),
				fc.constantFrom(...layouts),
				fc.record({
					what: words,
					why: words,
					author: words,
					affects: fc.array(words, { maxLength: 2 }),
					retrain: fc.constantFrom(true, false, undefined),
					effective: fc.constantFrom('2027-01-01', undefined),
				}),
				({ text }, layout, said) => {
					const laid = layout(text);
					fc.pre(readYaml(laid).problems.length === 0);
					expectOpened(laid, { ...next, ...said });
				},
			),
			{ numRuns: 400 },
		);
	});
});
