import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFullYaml } from '../../src/source/full-yaml.ts';
import { readPlainYaml } from '../../src/source/plain-yaml.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { similarTexts } from '../../src/source/similar-texts.ts';
import { documentTexts } from '../support/document-texts.ts';
import { dumpedYaml } from '../support/dumped-yaml.ts';
import { sameValue } from '../support/same-value.ts';
import { mutated, trickyYaml } from '../support/tricky-yaml.ts';
import { suiteCases } from '../support/yaml-test-suite.ts';

// How often each kind of text is tried. More: YAML_RUNS=100000 npx vitest run test/property/yaml-readers-agree.test.ts
const numRuns = Number(process.env['YAML_RUNS'] ?? 1500);

/** What the plain reader accepts, the full reader reads likewise, to the order of keys, and finds nothing wrong with. */
function agree(characters: string): boolean {
	// Bytes that decode hold no half characters; a mutation may cut one in two.
	const text = characters.toWellFormed();
	const plain = readPlainYaml(text);
	if (plain === undefined) return true;
	const full = readFullYaml(text);
	return full.problems.length === 0 && sameValue(plain.value, full.value);
}

/** How many of the texts the plain reader accepts: with few, agreement would say little. */
function accepted(texts: fc.Arbitrary<string>): number {
	return fc.sample(texts, 1000).filter((text) => readPlainYaml(text) !== undefined).length;
}

const documents = documentTexts().map(({ text }) => text.split('\n'));
const excerpts = fc
	.tuple(fc.constantFrom(...documents), fc.nat(), fc.integer({ min: 1, max: 25 }))
	.map(([lines, at, length]) => {
		const from = at % lines.length;
		return `${lines.slice(from, from + length).join('\n')}\n`;
	});
const suite = fc.constantFrom(...suiteCases().map(({ text }) => text));
const dumped = dumpedYaml.map(({ written }) => written);

test.each([
	['tricky texts', trickyYaml, 40],
	['mutated tricky texts', mutated(trickyYaml), 25],
	['mutated excerpts of documents', mutated(excerpts), 60],
	['mutated cases of the YAML test suite', mutated(suite), 25],
	['dumped values', dumped, 40],
	['mutated dumped values', mutated(dumped), 20],
] as const)('the readers agree on %s', (_, texts, least) => {
	fc.assert(fc.property(texts, agree), { numRuns });
	expect(accepted(texts)).toBeGreaterThan(least);
});

/** Texts that have most of their lines in common, as the versions of a document have, are each read as if there were no other. */
test.each([
	['tricky texts', trickyYaml],
	['mutated tricky texts', mutated(trickyYaml)],
	['excerpts of documents', excerpts],
	['mutated excerpts of documents', mutated(excerpts)],
	['mutated cases of the YAML test suite', mutated(suite)],
	['mutated dumped values', mutated(dumped)],
])('similar texts are read as each of them: %s', (_, texts) => {
	const alike = texts.chain((text) =>
		fc.tuple(fc.constant(text), mutated(fc.constant(text)), mutated(fc.constant(text)), fc.constant(text)),
	);
	fc.assert(
		fc.property(alike, (some) => {
			const read = similarTexts();
			return some.every((one) => {
				const text = one.toWellFormed();
				const [found, whole] = [read(text), readYaml(text)];
				return sameValue(found.value, whole.value) && sameValue(found.problems, whole.problems);
			});
		}),
		// Four texts each.
		{ numRuns: Math.ceil(numRuns / 6) },
	);
});

test('what similar texts have in common is one value', () => {
	const read = similarTexts();
	const texts = documentTexts().map(({ text }) => text);
	let shared = 0;
	for (const text of texts) {
		const [one, other] = [text, text.replace(/^version: .*$/m, 'version: "97.0"')].map(
			(each) => read(each).value,
		);
		if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) continue;
		for (const [key, value] of Object.entries(one))
			if (typeof value === 'object' && value !== null && Reflect.get(other, key) === value) shared++;
	}
	expect(shared).toBeGreaterThan(texts.length);
});

test('the full reader reads JSON as JSON', () => {
	fc.assert(
		fc.property(dumpedYaml, fc.integer({ min: 0, max: 4 }), ({ value }, indent) => {
			const json = JSON.stringify(value, null, indent);
			const full = readFullYaml(json);
			return full.problems.length === 0 && sameValue(full.value, JSON.parse(json));
		}),
		{ numRuns },
	);
});
