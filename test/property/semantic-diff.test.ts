import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/diagnostics/path.ts';
import { changeKinds } from '../../src/model/diff/change-kinds.ts';
import { diffDocuments } from '../../src/model/diff/diff-documents.ts';
import type { DocumentChange } from '../../src/model/diff/document-change.ts';
import { movedPlaces } from '../../src/model/diff/moved-places.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Checklist, Sop } from '../../src/model/documents.generated.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { documentTexts } from '../support/document-texts.ts';
import { oddValue, withOddPart } from '../support/odd-parts.ts';

// Whatever two contents are, the changes between them tell of every difference and of nothing else.

const contents = documentTexts()
	.filter(({ file }) => /\.(?:sop|checklist)\.yaml$/.test(file))
	.map(({ text }) => readYaml(text).value);

// The comparison takes whatever was read; the types only say what it looks for.
const diff = (before: unknown, after: unknown): readonly DocumentChange[] =>
	diffDocuments(before as Sop | Checklist, after as Sop | Checklist);

const content = fc.constantFrom(...contents);
const turns = fc.array(fc.nat(60), { minLength: 1, maxLength: 6 });
const part = fc.oneof(
	oddValue,
	fc.constant(undefined),
	fc.tuple(content, turns).map(([value, path]) => partOf(value, path)),
);
const changed = fc
	.tuple(content, fc.array(fc.tuple(turns, part), { maxLength: 4 }))
	.map(([value, mutations]) => ({
		before: value,
		after: mutations.reduce((here, [path, by]) => withOddPart(here, path, by), value),
	}));
/** Two contents that differ in a few parts, or in everything. */
const pair = fc.oneof(
	{ arbitrary: changed, weight: 5 },
	{ arbitrary: fc.record({ before: content, after: content }), weight: 1 },
	{ arbitrary: fc.tuple(changed, changed).map(([a, b]) => ({ before: a.after, after: b.after })), weight: 2 },
	{
		arbitrary: content.chain((value) => shuffledLists(value).map((after) => ({ before: value, after }))),
		weight: 2,
	},
);

function partOf(value: unknown, [turn, ...rest]: readonly number[]): unknown {
	if (turn === undefined || typeof value !== 'object' || value === null) return value;
	const children = Object.values(value);
	return children.length === 0 ? value : partOf(children[turn % children.length], rest);
}

/** The same content with the rows of its top-level lists in other orders. */
function shuffledLists(value: unknown): fc.Arbitrary<unknown> {
	const entries = Object.entries(value as object).map(([key, child]) =>
		fc.tuple(
			fc.constant(key),
			Array.isArray(child)
				? fc.shuffledSubarray(child, { minLength: Math.max(0, child.length - 2), maxLength: child.length })
				: fc.constant(child),
		),
	);
	return fc.tuple(...entries).map((all) => Object.fromEntries(all));
}

describe('the changes between two contents', () => {
	it('are none exactly where both have the same digest', () => {
		let different = 0;
		fc.assert(
			fc.property(pair, ({ before, after }) => {
				const same = digestOf(before) === digestOf(after);
				if (!same) different++;
				expect(diff(before, after).length === 0).toBe(same);
				expect(diff(after, before).length === 0).toBe(same);
			}),
			{ numRuns: 600 },
		);
		expect(different).toBeGreaterThan(300);
	});

	it('are whole sentences about places that are there', () => {
		fc.assert(
			fc.property(pair, ({ before, after }) => {
				for (const change of diff(before, after)) {
					expect(changeKinds).toContain(change.kind);
					expect(change.words).toMatch(/^[A-Z]/);
					expect(change.words).not.toMatch(/undefined|\[object|NaN|\n/);
					expect(change.before === undefined && change.after === undefined).toBe(false);
					const side = change.after === undefined ? before : after;
					expect(valueAt(side, change.path)).not.toBe(undefined);
					// Sentences stay short however long the texts are.
					expect([...change.words].length).toBeLessThan(900);
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('say the opposite when the contents change places', () => {
		const opposite = (kind: string): string =>
			({ 'section-set-aside': 'section-taken-up', 'section-taken-up': 'section-set-aside' })[kind] ??
			(/-added$/.test(kind) ? kind.replace(/added$/, 'removed') : kind.replace(/removed$/, 'added'));
		fc.assert(
			fc.property(pair, ({ before, after }) => {
				const there = diff(before, after).map((change) => opposite(change.kind));
				const back = diff(after, before).map((change): string => change.kind);
				expect(there.sort()).toEqual(back.sort());
			}),
			{ numRuns: 400 },
		);
	});

	it('tell whatever key is written into any mapping of a document', () => {
		fc.assert(
			fc.property(
				content,
				turns,
				fc.constantFrom('x-new', 'constructor', 'nobody-knows'),
				(value, path, key) => {
					const target = partOf(value, path);
					if (typeof target !== 'object' || target === null || Array.isArray(target)) return;
					const copy = structuredClone(value);
					const place = partOf(copy, path) as Record<string, unknown>;
					place[key] = 'new';
					const told = diff(value, copy);
					expect(told).toHaveLength(1);
					const [change] = told;
					if (change === undefined) return;
					// Some mappings are told as a whole: a due time, a condition.
					const isWhole = change.path.at(-1) !== key;
					expect(valueAt(copy, isWhole ? [...change.path, key] : change.path)).toBe('new');
					const isOwn = change.path.some((step) => String(step).startsWith('x-'));
					if (!isWhole) expect(change.controlRelevant).toBe(!isOwn);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('movedPlaces', () => {
	it('takes out the fewest places, and leaves the rest rising', () => {
		fc.assert(
			fc.property(
				fc.nat(7).chain((size) => fc.shuffledSubarray([...Array(size).keys()])),
				(sequence) => {
					const moved = movedPlaces(sequence);
					const rest = sequence.filter((_, place) => !moved.has(place));
					expect(rest).toEqual([...rest].sort((a, b) => a - b));
					expect(rest).toHaveLength(longestRise(sequence));
				},
			),
		);
	});
});

/** By trying every choice. */
function longestRise([first, ...rest]: readonly number[]): number {
	if (first === undefined) return 0;
	return Math.max(longestRise(rest), 1 + longestRise(rest.filter((one) => one > first)));
}
