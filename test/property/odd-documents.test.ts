import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/library/read-document.ts';
import { fixText } from '../../src/lint/fix-text.ts';
import { rules } from '../../src/lint/rules.generated.ts';
import { settingsFrom } from '../../src/lint/settings.ts';
import type { FileKind } from '../../src/model/file-kind.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { lintTexts } from '../support/lint-texts.ts';

// However a document is broken, linting says what is wrong and never throws, and fixes come to an end.

const files: Record<string, string> = {
	'a.sop.yaml': readFileSync('test/fixtures/format-md/bank-reconciliation.sop.yaml', 'utf8'),
	'b.checklist.yaml': readFileSync('test/fixtures/format-md/month-end-close.checklist.yaml', 'utf8'),
	'sop.config.yaml': readFileSync('test/fixtures/format-md/sop.config.yaml', 'utf8'),
	'registers/people.yaml': readFileSync('test/fixtures/format-md/people.yaml', 'utf8'),
};
const values = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, readYaml(text).value]));
const kinds: Record<string, FileKind> = {
	'a.sop.yaml': 'sop',
	'b.checklist.yaml': 'checklist',
	'sop.config.yaml': 'config',
	'registers/people.yaml': 'people',
};

const oddText = fc.constantFrom(
	'',
	' ',
	'constructor',
	'toString',
	'hasOwnProperty',
	'end',
	'TODO <x y> {{a}}',
	'a@b.example +49 30 1234567',
	'2026-02-30',
	'\u202e\u200b',
	'u\u0308',
	'P1M10D',
	'99999999999999999999 years',
	'(ABC) ABC, x',
	'[a](b#c',
	'`'.repeat(20),
	'9'.repeat(300),
	'# sop-disable-next-line x/y',
);
const odd = fc.oneof(
	oddText,
	fc.constantFrom(null, true, 0, -1, 2.1, 1e300),
	fc.constant([]),
	fc.constant({}),
	fc.array(fc.oneof(oddText, fc.constant(null), fc.constant({})), { maxLength: 3 }),
	fc.dictionary(fc.oneof(oddText, fc.constantFrom('id', 'not_applicable', 'x-a')), oddText, { maxKeys: 3 }),
);

/** A value with one part, found by turns of a number, replaced or taken out. */
function mutate(value: unknown, turns: readonly number[], by: unknown): unknown {
	const [turn, ...rest] = turns;
	if (turn === undefined || typeof value !== 'object' || value === null) return by;
	const keys = Object.keys(value);
	if (keys.length === 0) return by;
	const key = keys[turn % keys.length] ?? '';
	const copy: unknown = Array.isArray(value) ? [...value] : { ...value };
	const child = mutate(Reflect.get(value, key), rest, by);
	if (child === undefined && !Array.isArray(value)) Reflect.deleteProperty(copy as object, key);
	else Reflect.set(copy as object, key, child ?? null);
	return copy;
}

it('no rule throws, whatever stands in a document', async () => {
	const mutation = fc.tuple(
		fc.constantFrom(...Object.keys(files)),
		fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }),
		fc.oneof(odd, fc.constant(undefined)),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
			const changed: Record<string, unknown> = { ...values };
			for (const [file, turns, by] of mutations) changed[file] = mutate(changed[file], turns, by);
			const texts = Object.fromEntries(
				Object.entries(changed).map(([file, value]) => [file, JSON.stringify(value ?? null)]),
			);
			const report = await lintTexts(texts);
			for (const finding of report.findings) {
				expect(finding.message).not.toMatch(/undefined|\[object|NaN/);
				expect(finding.range.start.line).toBeGreaterThan(0);
			}
		}),
		{ numRuns: 150 },
	);
});

it('fixes end, and what they leave has no safe fix any more', () => {
	const piece = fc.tuple(
		fc.nat(4000),
		fc.nat(40),
		fc.constantFrom(
			'',
			' #x',
			'\n\n',
			'version: 2.10\n',
			'u\u0308',
			'  - a, and b\n',
			'#',
			'"',
			'- ',
			'purpose:\n',
			'\t',
		),
	);
	fc.assert(
		fc.property(
			fc.constantFrom('a.sop.yaml', 'b.checklist.yaml'),
			fc.array(piece, { minLength: 1, maxLength: 4 }),
			(file, pieces) => {
				let text = files[file] ?? '';
				for (const [at, length, put] of pieces) text = text.slice(0, at) + put + text.slice(at + length);
				const read = (one: string) => readDocument(kinds[file] ?? 'sop', file, new TextEncoder().encode(one));
				const run = {
					rules,
					settings: settingsFrom(rules, []),
					library: { today: '2026-11-22', registers: {}, config: {}, ruleNames: [] },
					unsafe: true,
				};
				const once = fixText(read(text), read, run).text;
				expect(fixText(read(once), read, run).text).toBe(once);
			},
		),
		{ numRuns: 150 },
	);
});
