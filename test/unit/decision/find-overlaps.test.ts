import { expect, test } from 'vitest';
import type { ConditionForm } from '../../../src/model/decision/condition.ts';
import { readDecisionTable } from '../../../src/model/decision/decision-table.ts';
import { findDuplicates } from '../../../src/model/decision/find-duplicates.ts';
import { findOverlaps, mostOverlaps, mostRows } from '../../../src/model/decision/find-overlaps.ts';
import type { InputDomain } from '../../../src/model/decision/input-domain.ts';
import { parseUnaryTests } from '../../../src/model/decision/parse-unary-tests.ts';
import { describeWitness } from '../../../src/model/decision/witness.ts';
import { place, received, tags, urgent, variance, vendor } from './inputs.ts';

const read = (inputs: readonly InputDomain[], branches: readonly ConditionForm[]) =>
	readDecisionTable(inputs, branches, parseUnaryTests);

function overlaps(inputs: readonly InputDomain[], ...branches: ConditionForm[]): string[] {
	const result = findOverlaps(read(inputs, branches));
	const shown = result.overlaps.map(
		({ first, second, witness, same }) =>
			`${first + 1} and ${second + 1}: ${describeWitness(witness)}${same ? ' (same)' : ''}`,
	);
	return result.notEvaluated === null ? shown : [...shown, result.notEvaluated];
}

test('two branches that claim one value', () => {
	expect(overlaps([variance], { at_most: 50 }, { at_least: 50 })).toEqual(['1 and 2: variance = 50']);
	expect(overlaps([variance], { at_most: 50 }, { above: 50 })).toEqual([]);
	expect(overlaps([variance], { at_most: 70 }, { above: 50 })).toEqual(['1 and 2: variance = 60']);
	expect(overlaps([received], { at_most: '2026-01-31' }, { above: '2026-01-30' })).toEqual([
		'1 and 2: received = 2026-01-31',
	]);
	expect(overlaps([place], { is: ['local', 'online'] }, { test: 'not("abroad")' }, { is: 'online' })).toEqual(
		['1 and 2: place = local (same)', '1 and 3: place = online', '2 and 3: place = online'],
	);
	expect(overlaps([vendor], { test: 'not("Acme")' }, { test: 'not("Bell")' })).toEqual([
		'1 and 2: vendor = any text but "Acme", "Bell"',
	]);
});

test('otherwise claims only what is left', () => {
	expect(overlaps([variance], { at_most: 50 }, { otherwise: 'More' })).toEqual([]);
});

test('rows of a table overlap where all their tests do', () => {
	expect(
		overlaps(
			[variance, place],
			{ test: ['> 5', '-'] },
			{ test: ['< 10', '"local"'] },
			{ test: ['<= 5', 'not("local")'] },
		),
	).toEqual(['1 and 2: variance = 8, place = local']);
});

test('an input with several values tells no two branches apart, and joins none', () => {
	expect(overlaps([tags], { is: 'a' }, { is: 'b' })).toEqual([]);
	expect(overlaps([tags], { is: ['a', 'b'] }, { is: ['b', 'c'] })).toEqual([]);
	expect(overlaps([tags, urgent], { test: ['"a"', '-'] }, { test: ['-', 'true'] })).toEqual([
		'1 and 2: tags = a, urgent = true',
	]);
	expect(overlaps([tags, urgent], { test: ['"a"', '-'] }, { test: ['"a"', 'true'] })).toEqual([
		'1 and 2: tags = a, urgent = true',
	]);
});

test('what cannot be analysed is said, unless the rows differ elsewhere', () => {
	expect(overlaps([variance], { test: '> limit' }, { below: 5 })).toEqual([
		'branch 1 cannot be analysed: it compares with limit, which is known only when the decision is taken',
	]);
	expect(overlaps([variance, urgent], { test: ['> limit', 'true'] }, { test: ['5', 'false'] })).toEqual([]);
	expect(overlaps([{ ...place, values: [] }], { is: 'a' })).toEqual(['the enumeration place has no values']);
});

test('there is an end to overlaps and to rows', () => {
	const anything = Array.from({ length: 60 }, () => ({ test: '-' }));
	expect(findOverlaps(read([variance], anything)).overlaps).toHaveLength(mostOverlaps);
	const many = Array.from({ length: mostRows + 1 }, (_, at) => ({ is: at }));
	expect(overlaps([variance], ...many)).toEqual([`the table has more than ${mostRows} branches`]);
	expect(overlaps([variance], ...many.slice(1))).toEqual([]);
});

test('a condition that stands twice', () => {
	const twice = (inputs: readonly InputDomain[], ...branches: ConditionForm[]) =>
		findDuplicates(read(inputs, branches));
	const found = [{ first: 0, second: 2 }];
	expect(
		twice([], { if: 'It is an escrow account' }, { if: 'Other' }, { if: ' It is an\n ESCROW account ' }),
	).toEqual(found);
	expect(twice([variance], { below: 5 }, { at_least: 5 }, { test: '< 5' })).toEqual(found);
	expect(twice([{ ...variance, min: 0 }], { at_least: 0, below: 5 }, { above: 5 }, { below: 5 })).toEqual(
		found,
	);
	expect(twice([place], { is: ['local', 'online'] }, { is: 'local' }, { test: '"online", "local"' })).toEqual(
		found,
	);
	expect(twice([variance], { test: '> limit' }, { test: '< limit' }, { test: '> limit ' })).toEqual(found);
	expect(twice([variance], { otherwise: true }, { below: 5 }, { otherwise: 'Else' })).toEqual(found);
	expect(twice([vendor], { is: 'Acme' }, { is: 'ACME' })).toEqual([]);
	expect(twice([variance], {}, {})).toEqual([]);
});
