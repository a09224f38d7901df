import { expect, test } from 'vitest';
import { readDecisionTable } from '../../../src/model/decision/decision-table.ts';
import { matchingRows } from '../../../src/model/decision/matching-rows.ts';
import { readOnlyIf } from '../../../src/model/decision/only-if.ts';
import { parseUnaryTests } from '../../../src/model/decision/parse-unary-tests.ts';
import { place, tags, urgent, variance } from './inputs.ts';

test('values lead to the branches whose tests all hold', () => {
	const table = readDecisionTable(
		[variance, place],
		[{ test: ['> 5', '"local"'] }, { test: ['> 5', '-'] }, { otherwise: true }],
		parseUnaryTests,
	);
	expect(matchingRows(table, [6, 'local'])).toEqual({ rows: [0, 1], unknown: [] });
	expect(matchingRows(table, [6, 'online'])).toEqual({ rows: [1], unknown: [] });
	expect(matchingRows(table, [5, 'local'])).toEqual({ rows: [2], unknown: [] });
});

test('of several values any may pass', () => {
	const table = readDecisionTable([tags], [{ is: 'a' }, { is: ['b', 'c'] }, { otherwise: true }]);
	expect(matchingRows(table, [['a', 'c']])).toEqual({ rows: [0, 1], unknown: [] });
	expect(matchingRows(table, [[]])).toEqual({ rows: [2], unknown: [] });
});

test('what cannot be said is not guessed, and otherwise waits for it', () => {
	const table = readDecisionTable([variance], [{ if: 'It is large' }, { below: 5 }, { otherwise: true }]);
	expect(matchingRows(table, [4])).toEqual({ rows: [1], unknown: [0] });
	expect(matchingRows(table, [6])).toEqual({ rows: [], unknown: [0, 2] });
});

test('only_if: words, one form, or any of several', () => {
	const inputs = new Map([variance, urgent, place].map((input) => [input.name, input]));
	expect(readOnlyIf('The amount is large', inputs)).toEqual([]);
	const [one] = readOnlyIf({ input: 'variance', above: 0 }, inputs);
	expect(one?.path).toEqual([]);
	expect(one?.table === null || one === undefined ? null : matchingRows(one.table, [1]).rows).toEqual([0]);

	const forms = readOnlyIf(
		{
			any: [
				{ input: 'urgent', is: 'yes' },
				{ inputs: ['variance', 'place'], test: ['> 0', '"local"'] },
				{ input: 'nothing', is: 1 },
			],
		},
		inputs,
		parseUnaryTests,
	);
	expect(
		forms.map(({ path, unknownInputs, table }) => [
			path,
			unknownInputs,
			table?.problems.map(({ message }) => message),
		]),
	).toEqual([
		[['any', 0], [], ['"yes" does not fit urgent, which is true or false']],
		[['any', 1], [], []],
		[['any', 2], ['nothing'], undefined],
	]);
});
