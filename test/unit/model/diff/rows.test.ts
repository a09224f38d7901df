import { describe, expect, test } from 'vitest';
import { diffOf, lineOf } from './change-of.ts';

/** The changes between two procedures. */
const steps = (before: readonly unknown[], after: readonly unknown[]) =>
	diffOf({ procedure: before }, { procedure: after }).map(lineOf);
const step = (id: string, more: object = {}) => ({ id, do: `Do ${id}.`, by: 'clerk', ...more });

describe('rows', () => {
	test('are told apart by their ids, not by their places', () => {
		expect(steps([step('a'), step('b')], [step('new'), step('a'), step('b', { by: 'chief' })])).toEqual([
			'! 7 step-added: Step new added first: "Do new. – by clerk"',
			'! 7 step-role-changed: Step b: doer clerk → chief',
		]);
	});

	test('that move are as few as can be', () => {
		const order = (ids: string) => [...ids].map((id) => step(id));
		expect(steps(order('abcdef'), order('bcdefa'))).toEqual([
			'! 7 step-moved: Step a moved: after f (was first)',
		]);
		expect(steps(order('abcdef'), order('fedcba'))).toHaveLength(5);
		expect(steps(order('abcd'), order('xacbd').slice(1))).toHaveLength(1);
	});

	test('that have another id and nothing else are renamed', () => {
		expect(steps([step('a', { do: 'Sign.' })], [step('b', { do: 'Sign.' })])).toEqual([
			'- 7 step-renamed: Step a renamed b',
		]);
	});

	test('that say nothing but their ids are not taken for one another', () => {
		expect(steps([{ id: 'a' }], [{ id: 'b' }])).toEqual([
			'! 7 step-removed: Step a removed',
			'! 7 step-added: Step b added first',
		]);
	});

	test('of a role without a register role are somebody else under another id', () => {
		const roles = (id: string, more: object) => ({ roles: [{ id, duty: 'Signs', ...more }] });
		expect(diffOf(roles('a', {}), roles('b', {}))[0]?.controlRelevant).toBe(true);
		expect(diffOf(roles('a', { role: 'cfo' }), roles('b', { role: 'cfo' }))[0]?.controlRelevant).toBe(false);
	});

	test('with one id are told by their contents first', () => {
		const [first, second] = [step('a', { by: 'one' }), step('a', { by: 'two' })];
		expect(steps([first, second], [second])).toEqual(['! 7 step-removed: Step a removed: "Do a. – by one"']);
	});

	test('whose order means nothing are told once', () => {
		const term = (name: string) => ({ term: name, means: `Meaning of ${name}` });
		const definitions = (...names: readonly string[]) => ({ definitions: names.map(term) });
		expect(diffOf(definitions('A', 'B', 'C'), definitions('C', 'B', 'A')).map(lineOf)).toEqual([
			'- 3 order-changed: Definition: the rows stand in another order',
		]);
	});

	test('of two people with one role are two', () => {
		const line = { role: 'controller', meaning: 'approval' };
		const approval = (count: number) => ({ approval: { signatures: Array(count).fill(line) } });
		expect(diffOf(approval(2), approval(1)).map(lineOf)).toEqual([
			'! 15 approver-removed: Signature of controller for approval removed',
		]);
	});
});

describe('branches', () => {
	const decision = (...branches: readonly object[]) => ({
		inputs: [{ id: 'amount', type: 'number', unit: 'EUR' }],
		decisions: [{ id: 'size', question: 'How much?', input: 'amount', branches }],
	});
	const changes = (before: readonly object[], after: readonly object[]) =>
		diffOf(decision(...before), decision(...after)).map(lineOf);

	test('with another limit and the same target are one', () => {
		expect(
			changes(
				[
					{ below: 10, goto: 'a' },
					{ at_least: 10, goto: 'b' },
				],
				[
					{ below: 20, goto: 'a' },
					{ at_least: 20, goto: 'b' },
				],
			),
		).toEqual([
			'! 8 threshold-changed: Decision size: branch to a: threshold below 10 → below 20 (EUR)',
			'! 8 threshold-changed: Decision size: branch to b: threshold at least 10 → at least 20 (EUR)',
		]);
	});

	test('with limits of another kind tell both', () => {
		expect(changes([{ below: 10, goto: 'a' }], [{ at_most: 10, goto: 'a' }])).toEqual([
			'! 8 threshold-changed: Decision size: branch to a: threshold below 10 → at most 10 (EUR)',
		]);
	});

	test('that are added tell where they lead', () => {
		expect(
			changes(
				[{ below: 10, goto: 'a' }],
				[
					{ below: 10, goto: 'a' },
					{ above: 90, goto: 'end' },
				],
			),
		).toEqual(['! 8 branch-added: Decision size: branch above 90 added after below 10: "to end"']);
	});

	test('that test a text instead of a number differ though they look the same', () => {
		expect(changes([{ is: 1, goto: 'a' }], [{ is: '1', goto: 'a' }])).toEqual([
			'! 8 branch-changed: Decision size: branch to a: condition {"is":1} → {"is":"1"}',
		]);
	});
});

describe('what may be one or several', () => {
	test('is the same in another notation', () => {
		const row = { within: '1 day', do: 'Remind' };
		expect(steps([step('a', { timeout: row })], [step('a', { timeout: [row] })])).toEqual([
			'- 7 notation-changed: Step a: timeout written in another way: {"within":"1 day","do":"Remind"} → [{"within":"1 day","do":"Remind"}]',
		]);
	});

	test('tells what came', () => {
		const row = { within: '1 day', do: 'Remind' };
		expect(
			steps([step('a', { timeout: row })], [step('a', { timeout: [row, { within: '2 days', goto: 'b' }] })]),
		).toEqual(['! 7 timeout-added: Step a: timeout to b added after Remind: "after 2 days"']);
	});
});

describe('ties', () => {
	const tie = (left: string, tolerance?: number) => ({
		left,
		right: 'bank',
		...(tolerance === undefined ? {} : { tolerance }),
	});
	const ties = (...all: readonly object[]) => ({
		items: [{ id: 'rec', do: 'Reconcile.', values: [{ id: 'bank', unit: 'USD' }], ties: all }],
	});

	test('are named where there are several', () => {
		expect(
			diffOf(ties(tie('gl', 1), tie('sub', 1)), ties(tie('gl', 1), tie('sub', 2.5))).map(lineOf),
		).toEqual(['! · tolerance-changed: Item rec: tie sub = bank: tolerance 1.0 → 2.5 (USD)']);
	});

	test('have no tolerance where none is written', () => {
		expect(diffOf(ties(tie('gl')), ties(tie('gl', 0.5))).map(lineOf)).toEqual([
			'! · tolerance-changed: Item rec: tolerance 0.0 → 0.5 (USD)',
		]);
	});
});

describe('what holds where nothing is written', () => {
	const input = (type?: unknown) => ({ inputs: [{ id: 'a', ...(type === undefined ? {} : { type }) }] });

	test('is no change when it is written down', () => {
		expect(diffOf(input(), input('text')).map(lineOf)).toEqual([
			'- 6 notation-changed: Input a: type written in another way: nothing → "text"',
		]);
		expect(diffOf(input(), input('number')).map(lineOf)).toEqual([
			'! 6 value-domain-changed: Input a: type text → number',
		]);
		expect(diffOf(input({ a: 1 }), input({ b: 1 }))[0]?.controlRelevant).toBe(true);
	});
});

describe('whole documents', () => {
	const sop = { id: 'SOP-1', title: 'Closing' };

	test('come and go in one sentence', () => {
		expect(diffOf(undefined, sop).map(lineOf)).toEqual(['! · document-added: Document SOP-1 Closing added']);
		expect(diffOf(sop, undefined).map(lineOf)).toEqual([
			'! · document-removed: Document SOP-1 Closing removed',
		]);
		expect(diffOf(undefined, undefined)).toEqual([]);
	});

	test('that are no mapping are told as well', () => {
		expect(diffOf('text', sop)).toHaveLength(1);
		expect(diffOf(['a'], ['a'])).toEqual([]);
	});
});

describe('what the format does not know', () => {
	test('is told by its key, in its section', () => {
		expect(diffOf({ frobnicate: 1 }, { frobnicate: 2 }).map(lineOf)).toEqual([
			'! · key-changed: Key frobnicate 1 → 2',
		]);
		expect(steps([step('a')], [step('a', { 'x-risk': 'high' })])).toEqual([
			'- 7 own-key-changed: Step a: key x-risk added: high',
		]);
	});
});
