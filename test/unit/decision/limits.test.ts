import { expect, test } from 'vitest';
import type { ConditionForm } from '../../../src/model/decision/condition.ts';
import { readDecisionTable } from '../../../src/model/decision/decision-table.ts';
import { decisionLimits, limitsOf, unevenLimits } from '../../../src/model/decision/limits.ts';
import { readPlainKeys } from '../../../src/model/decision/plain-keys.ts';
import { discount, received, variance } from './inputs.ts';

const limits = (...branches: ConditionForm[]) => decisionLimits(readDecisionTable([variance], branches));
const uneven = (a: ReturnType<typeof limits>, b: ReturnType<typeof limits>) =>
	unevenLimits(a, b).map(({ value }) => value);

test('limits of a set, the ends of its domain left out', () => {
	const set = readPlainKeys({ above: 50 }, discount).set;
	expect(set === null ? null : limitsOf(set, discount)).toEqual([
		{ value: 50, side: 'above', included: false },
	]);
	const day = readPlainKeys({ above: '2026-01-31' }, received).set;
	expect(day === null ? null : limitsOf(day, received)).toEqual([]);
});

test('one decision counts a number to what is below it, another to what is above', () => {
	const cautious = limits({ below: 10_000 }, { at_least: 10_000 });
	const lenient = limits({ at_most: 10_000 }, { above: 10_000 });
	expect(uneven(cautious, lenient)).toEqual([10_000]);
	expect(uneven(lenient, cautious)).toEqual([10_000]);
	expect(uneven(cautious, cautious)).toEqual([]);
	expect(unevenLimits(cautious, lenient)[0]?.second.map(({ row }) => row)).toEqual([0, 1]);
});

test('a single test is enough, and both ends of an interval count', () => {
	expect(
		uneven(limits({ above: 50 }, { otherwise: true }), limits({ at_least: 50 }, { otherwise: true })),
	).toEqual([50]);
	expect(uneven(limits({ at_least: -50, at_most: 50 }), limits({ above: -50, below: 50 }))).toEqual([
		-50, 50,
	]);
});

test('a number that is a case of its own, or another input, disagrees with nobody', () => {
	const own = limits({ below: 5 }, { is: 5 }, { above: 5 });
	expect(uneven(own, limits({ below: 5 }, { at_least: 5 }))).toEqual([]);
	expect(uneven(own, limits({ at_most: 5 }, { above: 5 }))).toEqual([]);
	const other = decisionLimits(
		readDecisionTable([{ ...variance, name: 'amount' }], [{ at_most: 5 }, { above: 5 }]),
	);
	expect(uneven(limits({ below: 5 }, { at_least: 5 }), other)).toEqual([]);
});
