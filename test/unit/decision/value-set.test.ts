import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSet } from '../../../src/model/decision/describe-set.ts';
import {
	domainProblem,
	domainSet,
	intervalBetween,
	setOfIntervals,
} from '../../../src/model/decision/domain-set.ts';
import { partition } from '../../../src/model/decision/partition.ts';
import {
	contains,
	intersect,
	isEmpty,
	sameSet,
	subtract,
	unite,
	type ValueSet,
} from '../../../src/model/decision/value-set.ts';
import { witnessValue } from '../../../src/model/decision/witness-value.ts';
import { place, received, urgent, variance } from './inputs.ts';

const interval = fc
	.tuple(fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.boolean())
	.map(([low, lowIn, high, highIn]) => intervalBetween('number', low, lowIn, high, highIn));
const numbers = fc.array(interval, { maxLength: 4 }).map((intervals) => setOfIntervals('number', intervals));
const members = fc
	.record({ except: fc.boolean(), values: fc.subarray(['a', 'b', 'c', 'd']) })
	.map((some): ValueSet => ({ kind: 'members', ...some }));
const probes = {
	numbers: [-4, -3, -2.5, -2, -1, -0.5, 0, 0.5, 1, 2, 2.5, 3, 4],
	members: ['a', 'b', 'c', 'd', 'e'],
};

describe.each([
	['numbers', numbers, probes.numbers],
	['members', members, probes.members],
] as const)('sets of %s', (_, sets, values) => {
	test('hold after an operation what logic says', () => {
		fc.assert(
			fc.property(sets, sets, (a, b) => {
				for (const value of values) {
					const [inA, inB] = [contains(a, value), contains(b, value)];
					expect(contains(unite(a, b), value)).toBe(inA || inB);
					expect(contains(intersect(a, b), value)).toBe(inA && inB);
					expect(contains(subtract(a, b), value)).toBe(inA && !inB);
				}
				expect(isEmpty(subtract(a, a))).toBe(true);
				expect(sameSet(unite(a, b), unite(b, a))).toBe(true);
				expect(sameSet(unite(intersect(a, b), subtract(a, b)), a)).toBe(true);
			}),
		);
	});
	test('cut a domain into cells that none of them divides', () => {
		fc.assert(
			fc.property(sets, fc.array(sets, { maxLength: 4 }), (whole, some) => {
				const cells = partition(whole, some);
				for (const value of values) {
					const around = cells.filter((cell) => contains(cell.values, value));
					expect(around).toHaveLength(contains(whole, value) ? 1 : 0);
					for (const { holders } of around)
						expect(some.map((_, at) => ((holders >> BigInt(at)) & 1n) === 1n)).toEqual(
							some.map((set) => contains(set, value)),
						);
				}
				expect(new Set(cells.map(({ holders }) => holders)).size).toBe(cells.length);
			}),
		);
	});
	test('show a witness of themselves, unless empty', () => {
		fc.assert(
			fc.property(sets, (set) => {
				const witness = witnessValue(set);
				expect(witness === null).toBe(isEmpty(set));
				if (witness !== null) expect(contains(set, witness)).toBe(true);
			}),
		);
	});
});

test('days follow one another without a gap', () => {
	const until = setOfIntervals('date', [intervalBetween('date', undefined, true, '2026-01-31', true)]);
	const from = setOfIntervals('date', [intervalBetween('date', '2026-02-01', true, undefined, true)]);
	expect(sameSet(unite(until, from), domainSet(received))).toBe(true);
	expect(contains(until, '2026-01-31')).toBe(true);
	expect(contains(from, '2026-01-31')).toBe(false);
	expect(contains(from, '2026-02-30')).toBe(false);
});

test('a value of another type is in no set of numbers or days', () => {
	expect(contains(domainSet(variance), '5')).toBe(false);
	expect(contains(domainSet(received), 5)).toBe(false);
	expect(contains(domainSet(urgent), 'true')).toBe(false);
});

test('sets of two kinds are not mixed', () => {
	expect(() => unite(domainSet(variance), domainSet(place))).toThrow(TypeError);
	expect(() => intersect(domainSet(place), domainSet(received))).toThrow(TypeError);
});

test('two neighbouring doubles leave no number between them', () => {
	const next = 1 + Number.EPSILON;
	expect(isEmpty(setOfIntervals('number', [intervalBetween('number', 1, false, next, false)]))).toBe(true);
	const both = setOfIntervals('number', [intervalBetween('number', 1, false, next, true)]);
	expect(witnessValue(both)).toBe(next);
});

test('the largest numbers do not overflow', () => {
	const set = setOfIntervals('number', [
		intervalBetween('number', -Number.MAX_VALUE, false, Number.MAX_VALUE, false),
	]);
	expect(witnessValue(set)).toBe(0);
	const highest = setOfIntervals('number', [
		intervalBetween('number', 0.9 * Number.MAX_VALUE, false, Number.MAX_VALUE, false),
	]);
	expect(isEmpty(highest)).toBe(false);
	expect(contains(highest, witnessValue(highest) ?? 0)).toBe(true);
	const beyond = setOfIntervals('number', [intervalBetween('number', 2 ** 60, false, undefined, true)]);
	expect(witnessValue(beyond)).toBe(2 ** 61);
});

describe('a witness is what a person would name', () => {
	test.each([
		[50, 70, 60],
		[50, 51, 50.5],
		[0, 1, 0.5],
		[-50, 50, 0],
		[9_999.99, 10_000, 9_999.995],
		[50, undefined, 51],
		[0.5, undefined, 1],
		[undefined, -50, -51],
		[undefined, 0.5, 0],
		[undefined, undefined, 0],
	])('between %s and %s: %s', (low, high, expected) => {
		expect(witnessValue(setOfIntervals('number', [intervalBetween('number', low, false, high, false)]))).toBe(
			expected,
		);
	});
	test('a bounded gap before an open one, a day as it is', () => {
		const open = intervalBetween('number', undefined, true, -1000, false);
		expect(witnessValue(setOfIntervals('number', [open, intervalBetween('number', 5, true, 5, true)]))).toBe(
			5,
		);
		const days = setOfIntervals('date', [intervalBetween('date', '2026-02-01', true, '2026-02-28', true)]);
		expect(witnessValue(days)).toBe('2026-02-01');
		expect(
			witnessValue(setOfIntervals('date', [intervalBetween('date', undefined, true, '2026-02-28', true)])),
		).toBe('2026-02-28');
		expect(witnessValue({ kind: 'members', except: true, values: ['other', 'a'] })).toBe('other 2');
	});
});

describe('a domain', () => {
	test('is narrowed by min, max and values', () => {
		expect(describeSet(domainSet({ ...variance, min: 0 }))).toBe('at least 0');
		expect(describeSet(domainSet({ ...variance, min: 0, values: [1, 2, -3] }))).toBe('1, or 2');
		expect(describeSet(domainSet({ ...received, min: '2026-01-01', max: '2026-12-31' }))).toBe(
			'from 2026-01-01 to 2026-12-31',
		);
	});
	test('without any value is said to be one', () => {
		expect(domainProblem({ ...variance, min: 5, max: 1 })).toBe(
			'min, max and values of variance leave no value',
		);
		expect(domainProblem({ name: 'kind', type: 'enumeration', many: false })).toBe(
			'the enumeration kind has no values',
		);
		expect(domainProblem(variance)).toBeNull();
	});
});
