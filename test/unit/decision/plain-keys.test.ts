import { describe, expect, test } from 'vitest';
import { readDecisionTable } from '../../../src/model/decision/decision-table.ts';
import { describeSet } from '../../../src/model/decision/describe-set.ts';
import { inputDomain } from '../../../src/model/decision/input-domain.ts';
import { parseUnaryTests } from '../../../src/model/decision/parse-unary-tests.ts';
import { readPlainKeys } from '../../../src/model/decision/plain-keys.ts';
import { checker, discount, place, received, urgent, variance, vendor } from './inputs.ts';

describe('plain keys', () => {
	test.each([
		[{ below: 5 }, variance, 'below 5'],
		[{ at_least: -50, at_most: 50 }, variance, 'at least -50 and at most 50'],
		[{ above: 0, below: 0.5 }, variance, 'above 0 and below 0.5'],
		[{ is: 5 }, variance, '5'],
		[{ is: [7, 5] }, variance, '5, or 7'],
		[{ at_least: 6, is: [5, 7] }, variance, '7'],
		[{ above: 50 }, discount, 'above 50 and at most 100'],
		[{ at_least: '2026-01-01', below: '2026-02-01' }, received, 'from 2026-01-01 to 2026-01-31'],
		[{ is: true }, urgent, 'true'],
		[{ is: ['local', 'local'] }, place, '"local"'],
		[{ is: 'Acme' }, vendor, '"Acme"'],
		[{ is: 'controller' }, checker, '"controller"'],
	])('%j over %o', (form, domain, expected) => {
		const { set, problems } = readPlainKeys(form, domain);
		expect(problems).toEqual([]);
		expect(set === null ? null : describeSet(set)).toBe(expected);
	});

	test.each([
		[{ below: '50 USD' }, variance, ['below'], '"50 USD" does not fit variance, which is a number'],
		[{ is: [1, 'two'] }, variance, ['is', 1], '"two" does not fit variance, which is a number'],
		[{ is: [] }, variance, ['is'], 'No value of variance is in an empty list'],
		[{ is: null }, variance, ['is'], 'This is no value of variance'],
		[{ above: Number.NaN }, variance, ['above'], 'This is no value of variance'],
		[{ at_least: 50, below: 50 }, variance, [], 'No value of variance is at least 50 and below 50'],
		[{ above: 100 }, discount, ['above'], 'No value of discount is above 100'],
		[{ above: 101 }, discount, ['above'], '101 is more than discount can be: its max is 100'],
		[{ below: 'soon' }, received, ['below'], 'soon is no day of the calendar'],
		[{ is: '2026-02-30' }, received, ['is'], '2026-02-30 is no day of the calendar'],
		[{ is: 'yes' }, urgent, ['is'], '"yes" does not fit urgent, which is true or false'],
		[{ is: 'Local' }, place, ['is'], '"Local" is not a value of place'],
		[
			{ above: 'local' },
			place,
			['above'],
			'above asks for a number or a date, and place is of type enumeration',
		],
		[{ is: 4711 }, vendor, ['is'], '4711 does not fit vendor, which is text'],
		[{ is: true }, checker, ['is'], 'true does not fit checker, which is a role'],
	])('%j does not fit %o', (form, domain, path, message) => {
		const { set, problems } = readPlainKeys(form, domain);
		expect(set).toBeNull();
		expect(problems.map((problem) => [problem.path, problem.message])).toEqual([[path, message]]);
	});

	test('an enumeration may hold numbers', () => {
		const step = inputDomain({ id: 'step', type: 'enumeration', values: [1, 2] });
		expect(readPlainKeys({ is: 1 }, step).problems).toEqual([]);
		expect(readPlainKeys({ is: 3 }, step).problems[0]?.message).toBe(
			'3 does not fit step, which is an enumeration',
		);
	});
});

test('a declared input becomes a domain; without a type it holds text', () => {
	expect(inputDomain({ id: 'note' })).toEqual({ name: 'note', type: 'text', many: false });
	expect(inputDomain({ id: 'variance', type: 'number', unit: 'USD', min: 0, max: 5 })).toEqual({
		name: 'variance',
		type: 'number',
		many: false,
		unit: 'USD',
		min: 0,
		max: 5,
	});
});

describe('a table points at the smallest wrong thing', () => {
	test('in the text of a test', () => {
		const { problems } = readDecisionTable(
			[variance, place],
			[{ test: ['-', '-'] }, { test: ['5', '"local", "here"'] }],
			parseUnaryTests,
		);
		expect(problems).toEqual([
			{
				row: 1,
				path: ['test', 1],
				within: { from: 9, to: 15 },
				message: '"here" is not a value of place',
				help: 'Its values are "local", "online", "abroad"',
			},
		]);
	});
	test('where tests and inputs are not as many', () => {
		const { problems } = readDecisionTable(
			[variance, place],
			[{ test: ['5'] }, { test: '5' }, { below: 5 }],
			parseUnaryTests,
		);
		expect(problems.map(({ row, path, message }) => [row, path, message])).toEqual([
			[0, ['test'], '1 test for 2 inputs'],
			[1, ['test'], '1 test for 2 inputs'],
			[2, [], 'below, at_least, at_most, above and is are about one input, and this decision has several'],
		]);
	});
	test('where no value passes', () => {
		const { problems } = readDecisionTable([variance], [{ test: ['(5..5)'] }], parseUnaryTests);
		expect(problems).toEqual([
			{ row: 0, path: ['test', 0], message: 'No value of variance passes this test' },
		]);
	});
});
