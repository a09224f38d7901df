import { describe, expect, test } from 'vitest';
import type { ConditionForm } from '../../../src/model/decision/condition.ts';
import { hasUnaryTests, readDecisionTable } from '../../../src/model/decision/decision-table.ts';
import { describeSet } from '../../../src/model/decision/describe-set.ts';
import { findGap } from '../../../src/model/decision/find-gap.ts';
import type { InputDomain } from '../../../src/model/decision/input-domain.ts';
import { parseUnaryTests } from '../../../src/model/decision/parse-unary-tests.ts';
import { describeWitness } from '../../../src/model/decision/witness.ts';
import { checker, discount, place, received, tags, urgent, variance, vendor } from './inputs.ts';

/** The gap in words, `covered`, or why it was not evaluated. */
function gap(inputs: readonly InputDomain[], ...branches: ConditionForm[]): string {
	const result = findGap(readDecisionTable(inputs, branches, parseUnaryTests));
	if (result.kind === 'gap')
		return (
			describeWitness(result.witness) +
			(result.uncovered === null ? '' : `: ${describeSet(result.uncovered)}`)
		);
	return result.kind === 'covered' ? 'covered' : `not evaluated: ${result.reason}`;
}

describe('one input', () => {
	test('a limit moved on one side only leaves a gap', () => {
		const [low, middle] = [{ below: -50 }, { at_least: -50, at_most: 50 }];
		expect(gap([variance], low, middle, { above: 50 })).toBe('covered');
		expect(gap([variance], low, middle, { above: 70 })).toBe('variance = 60: above 50 and at most 70');
	});
	test('a single number left out is the witness', () => {
		expect(gap([variance], { below: 50 }, { above: 50 })).toBe('variance = 50: 50');
		expect(gap([variance], { test: '!= 50' })).toBe('variance = 50: 50');
	});
	test('min and max bound what must be covered', () => {
		expect(gap([discount], { below: 10 }, { at_least: 10 })).toBe('covered');
		expect(gap([discount], { at_least: 10, at_most: 90 })).toBe(
			'discount = 5: at least 0 and below 10, or above 90 and at most 100',
		);
	});
	test('a day after a day leaves no gap, a day between does', () => {
		expect(gap([received], { at_most: '2026-01-31' }, { at_least: '2026-02-01' })).toBe('covered');
		expect(gap([received], { at_most: '2026-01-31' }, { above: '2026-02-01' })).toBe(
			'received = 2026-02-01: 2026-02-01',
		);
		expect(gap([received], { below: '2026-01-31' }, { at_least: '2026-01-31', at_most: '9999-12-31' })).toBe(
			'covered',
		);
	});
	test('booleans and enumerations', () => {
		expect(gap([urgent], { is: true })).toBe('urgent = false: false');
		expect(gap([urgent], { is: true }, { is: false })).toBe('covered');
		expect(gap([place], { is: 'local' }, { is: ['online', 'abroad'] })).toBe('covered');
		expect(gap([place], { test: 'not("abroad")' })).toBe('place = abroad: "abroad"');
	});
	test('text and roles always leave some out, but for otherwise or -', () => {
		expect(gap([vendor], { is: 'Acme' }, { is: 'Bell' })).toBe(
			'vendor = any text but "Acme", "Bell": anything but "Acme", "Bell"',
		);
		expect(gap([checker], { is: 'controller' })).toContain('any text but "controller"');
		expect(gap([vendor], { is: 'Acme' }, { otherwise: true })).toBe('covered');
		expect(gap([vendor], { is: 'Acme' }, { test: 'not("Acme")' })).toBe('covered');
		expect(gap([vendor], { test: '-' })).toBe('covered');
	});
	test('of several values one is the hardest case', () => {
		expect(gap([tags], { is: 'a' }, { is: ['b', 'c'] })).toBe('covered');
		expect(gap([tags], { is: 'a' }, { is: 'b' })).toBe('tags = c: "c"');
	});
});

describe('a table', () => {
	const dataClass: InputDomain = {
		name: 'data-class',
		type: 'enumeration',
		many: false,
		values: ['public', 'internal', 'private', 'restricted'],
	};
	const cost: InputDomain = { name: 'cost', type: 'number', many: false, min: 0 };
	const rows = [
		{ test: ['0', '"public","internal"', '-'] },
		{ test: ['0', '"private","restricted"', '"local","abroad"'] },
		{ test: ['0', '"private","restricted"', '"online"'] },
		{ test: ['> 0', '-', '-'] },
	];
	test('is checked over the combinations of its inputs', () => {
		expect(gap([cost, dataClass, place], ...rows)).toBe('covered');
		expect(gap([cost, dataClass, place], ...rows.filter((_, row) => row !== 2))).toBe(
			'cost = 0, data-class = private, place = online',
		);
		expect(gap([cost, dataClass, place], ...rows.slice(0, 3))).toBe(
			'cost = 1, data-class = public, place = local',
		);
	});
	test.each([
		[8, 60],
		[30, 200],
	])('of %i inputs and %i rows is done in no time, and one row left out is found', (sides, count) => {
		const inputs = Array.from(
			{ length: sides },
			(_, at): InputDomain => ({ ...variance, name: `n${at}`, min: 0, max: 1024 }),
		);
		const tests = split(sides, count).map((box) => ({
			test: box.map(([low, high]) => `[${low}..${high}${high === 1024 ? ']' : ')'}`),
		}));
		expect(gap(inputs, ...tests)).toBe('covered');
		expect(gap(inputs, ...tests.filter((_, row) => row !== 37))).toMatch(/^n0 = \d/);
	});
	test('of a thousand branches is checked too', () => {
		const steps = Array.from({ length: 1000 }, (_, at) => ({ at_least: at, below: at + 1 }));
		const whole: InputDomain = { ...variance, min: 0, max: 1000 };
		expect(gap([whole], ...steps)).toBe('variance = 1000: 1000');
		expect(gap([whole], ...steps, { is: 1000 })).toBe('covered');
	});
	test('beyond its budget the search says so', () => {
		expect(gap(pigeons(9).inputs, ...pigeons(9).rows)).toBe(
			'not evaluated: the table has too many combinations to go through',
		);
		expect(gap(pigeons(4).inputs, ...pigeons(4).rows)).toBe('covered');
		const wide = Array.from({ length: 101 }, (_, at): InputDomain => ({ ...urgent, name: `u${at}` }));
		expect(gap(wide, { test: wide.map(() => 'true') })).toContain('too many combinations');
	});
});

describe('what cannot be analysed', () => {
	test('counts for neither a gap nor its absence', () => {
		expect(gap([variance], { test: '> limit' }, { below: 5 })).toBe(
			'not evaluated: branch 1 cannot be analysed: it compares with limit, which is known only when the decision is taken',
		);
		expect(gap([variance], { test: '> limit' }, { below: 5 }, { at_least: 5 })).toBe('covered');
		expect(gap([variance, urgent], { test: ['> limit', 'true'] }, { test: ['> 5', 'false'] })).toBe(
			'variance = 4, urgent = false',
		);
		expect(gap([variance], { if: 'It is large' }, { below: 5 })).toBe('not evaluated: branch 1 is in words');
	});
	test('a wrong test is not a gap as well', () => {
		expect(gap([variance], { below: 'fifty' }, { at_least: 50 })).toContain(
			'not evaluated: branch 1 cannot be analysed',
		);
	});
	test('nor do inputs that are none', () => {
		expect(gap([], { below: 5 })).toBe('not evaluated: the decision names no input');
		expect(gap([{ ...place, values: [] }], { is: 'local' })).toBe(
			'not evaluated: the enumeration place has no values',
		);
	});
	test('tests wait for the reader of FEEL, plain keys do not', () => {
		expect(hasUnaryTests([{ below: 5 }, { test: '> 5' }])).toBe(true);
		expect(hasUnaryTests([{ below: 5 }])).toBe(false);
		expect(findGap(readDecisionTable([variance], [{ below: 5 }, { at_least: 5 }]))).toEqual({
			kind: 'covered',
		});
		expect(findGap(readDecisionTable([variance], [{ test: '-' }])).kind).toBe('not evaluated');
	});
});

/** Boxes that fill the cube exactly: cut in two again and again, at places that look random. */
function split(sides: number, count: number): (readonly [number, number])[][] {
	const boxes: (readonly [number, number])[][] = [Array.from({ length: sides }, () => [0, 1024] as const)];
	let seed = 7;
	const next = (below: number) => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return seed % below;
	};
	while (boxes.length < count) {
		const index = next(boxes.length);
		const side = next(sides);
		const box = boxes[index] ?? [];
		const [low, high] = box[side] ?? [0, 0];
		if (high - low < 2) continue;
		const cut = low + 1 + next(high - low - 1);
		const parts = [[low, cut] as const, [cut, high] as const];
		boxes.splice(
			index,
			1,
			...parts.map((part) => box.map((other, place) => (place === side ? part : other))),
		);
	}
	return boxes;
}

/** No hole for each pigeon, or two in one: always true, and hard to see (the pigeonhole principle). */
function pigeons(holes: number) {
	const inputs = Array.from(
		{ length: holes * (holes + 1) },
		(_, at): InputDomain => ({ ...urgent, name: `p${at}` }),
	);
	const row = (chosen: readonly number[], value: string) => ({
		test: inputs.map((_, at) => (chosen.includes(at) ? value : '-')),
	});
	const numbers = Array.from({ length: holes + 1 }, (_, at) => at);
	const homeless = numbers.map((pigeon) =>
		row(
			numbers.slice(1).map((hole) => pigeon * holes + hole - 1),
			'false',
		),
	);
	const shared = numbers.slice(1).flatMap((hole) =>
		numbers.flatMap((pigeon) =>
			numbers.slice(0, pigeon).map((other) =>
				row(
					[pigeon, other].map((one) => one * holes + hole - 1),
					'true',
				),
			),
		),
	);
	return { inputs, rows: [...homeless, ...shared] };
}
