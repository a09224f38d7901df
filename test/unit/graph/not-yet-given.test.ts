import { describe, expect, it } from 'vitest';
import { notYetGiven } from '../../../src/model/graph/analysis/not-yet-given.ts';
import { example } from './example.ts';
import { graphOf, sopOf } from './procedure.ts';

/** Each finding as `NAME at NODE (PATH): WAY`. */
function missing(text: string): string[] {
	return notYetGiven(sopOf(text), graphOf(text)).map(({ name, node, path, way }) => {
		const nodes = [...(way ?? []).map((edge) => edge.from.name), node.name];
		return `${name} (${path.join('.')}): ${nodes.join(' ')}`;
	});
}

/** With x and y to be given by steps, and z from outside. */
function withNames(text: string): string[] {
	return missing(`inputs: [{ id: x }, { id: y }, { id: z, from: bank }]\noutputs: [{ id: o }]\n${text}`);
}

describe('what a step needs', () => {
	it('is there in the example of the format', () => {
		expect(missing(example)).toEqual([]);
	});

	it('is there from the beginning where it comes from outside, and no name of section 6 is another finding', () => {
		expect(withNames('procedure: [{ id: a, needs: [z, w, __proto__] }]')).toEqual([]);
	});

	it('must be given by a step before', () => {
		expect(withNames('procedure: [{ id: a, gives: [x, o] }, { id: b }, { id: c, needs: [x, o] }]')).toEqual(
			[],
		);
		expect(withNames('procedure: [{ id: a, needs: [x], gives: [x] }]')).toEqual([
			'x (procedure.0.needs.0): a',
		]);
		expect(withNames('procedure: [{ id: a }, { id: b, needs: [z, o] }, { id: c, gives: [o] }]')).toEqual([
			'o (procedure.1.needs.1): a b',
		]);
	});

	it('must be given on every way, with a way that does not', () => {
		expect(
			withNames(`
procedure: [{ id: a }, { id: b, gives: [x], next: d }, { id: c }, { id: d, needs: [x] }]
decisions: [{ id: q, after: a, branches: [{ if: 1, goto: b }, { otherwise: true, goto: c }] }]`),
		).toEqual(['x (procedure.3.needs.0): a q c d']);
	});

	it('is needed by who does it and when it is due, where those are inputs', () => {
		expect(
			withNames(`
roles: [{ id: y }]
procedure: [{ id: a, by: [x, y], due: { within: 1 week, before: o } }]`),
		).toEqual(['x (procedure.0.by.0): a', 'o (procedure.0.due.before): a']);
		expect(withNames('procedure: [{ id: a, together: [y], due: { within: 1 day, after: x } }]')).toEqual([
			'y (procedure.0.together.0): a',
			'x (procedure.0.due.after): a',
		]);
	});

	it('is no day that the step sets itself, though it is due before it', () => {
		expect(withNames('procedure: [{ id: a, gives: [x], due: { within: 1 week, before: x } }]')).toEqual([]);
	});

	it('is needed by conditions and decisions', () => {
		expect(withNames('procedure: [{ id: a, only_if: { input: x, above: 1 } }]')).toEqual([
			'x (procedure.0.only_if.input): a',
		]);
		expect(
			withNames(
				'procedure: [{ id: a, only_if: { any: [{ input: z, is: 1 }, { inputs: [z, y], test: [1, 2] }] } }]',
			),
		).toEqual(['y (procedure.0.only_if.any.1.inputs.1): a']);
		expect(
			withNames(`
procedure: [{ id: a }]
decisions: [{ id: d, after: a, inputs: [z, y], branches: [{ test: ["1", "2"], goto: end }] }]`),
		).toEqual(['y (decisions.0.inputs.1): a d']);
	});

	it('is reported where a way first needs it, not again further on', () => {
		expect(
			withNames(`
procedure: [{ id: a }, { id: b, needs: [x], next: d }, { id: c, needs: [x] }, { id: d, needs: [x] }, { id: e, gives: [x] }]
decisions: [{ id: q, after: a, branches: [{ if: 1, goto: b }, { otherwise: true, goto: c }] }]`),
		).toEqual(['x (procedure.1.needs.0): a q b', 'x (procedure.2.needs.0): a q c']);
	});

	it('is reported once where nothing gives it', () => {
		const text = `
inputs: [{ id: x }]
procedure: [{ id: a }, { id: b, needs: [x], next: end }, { id: c, needs: [x] }]
decisions: [{ id: q, after: a, branches: [{ if: 1, goto: b }, { otherwise: true, goto: c }] }]`;
		expect(notYetGiven(sopOf(text), graphOf(text))).toMatchObject([
			{
				name: 'x',
				node: { id: 'b' },
				givenBy: [],
				lookups: [],
				alsoNeededAt: [['procedure', 2, 'needs', 0]],
			},
		]);
	});

	it('is not asked for where no way in leads', () => {
		expect(withNames('procedure: [{ id: a, next: end }, { id: b, needs: [x] }]')).toEqual([]);
	});

	it('is missing where another way in begins behind what gives it', () => {
		expect(
			withNames('procedure: [{ id: a, gives: [x], next: b }, { id: b, needs: [x], trigger: A call }]'),
		).toEqual(['x (procedure.1.needs.0): b']);
	});
});

describe('what is given', () => {
	it('is not when the step is passed over', () => {
		expect(withNames('procedure: [{ id: a, gives: [x], only_if: It rains }, { id: b, needs: [x] }]')).toEqual(
			['x (procedure.1.needs.0): a b'],
		);
	});

	it('is enough for another step under the very same condition', () => {
		const two = (condition: string, other: string) =>
			withNames(
				`procedure: [{ id: a, gives: [x], only_if: ${condition} }, { id: b }, { id: c, needs: [x], only_if: ${other} }]`,
			);
		expect(two('It rains', 'It rains')).toEqual([]);
		expect(two('{ input: z, above: 1 }', '{ input: z, above: 1 }')).toEqual([]);
		expect(two('{ input: z, above: 1 }', '{ input: z, above: 2 }')).toHaveLength(1);
		expect(
			withNames(`
procedure:
  - { id: a, gives: [x], only_if: It rains }
  - { id: b, needs: [x], only_if: It rains }
  - { id: c, needs: [x] }`),
		).toEqual(['x (procedure.2.needs.0): a b c']);
	});

	it('is not by a timeout that leaves the step, but by an exception that is done instead', () => {
		expect(
			withNames('procedure: [{ id: a, gives: [x], timeout: { goto: b } }, { id: b, needs: [x] }]'),
		).toEqual(['x (procedure.1.needs.0): a b']);
		expect(
			withNames(`
procedure: [{ id: a, gives: [x], timeout: { goto: e } }, { id: b, needs: [x] }]
exceptions: [{ id: e, at: [a], resume: b }]
escalation: [{ id: f, at: [a], resume: b }]`),
		).toEqual([]);
	});

	it('is what a branch gives, and its siblings too where they differ, which is another finding', () => {
		const withBranches = (branches: string) =>
			withNames(`
procedure: [{ id: a }, { id: b, needs: [x] }]
decisions: [{ id: d, after: a, next: b, branches: [${branches}] }]`);
		expect(withBranches('{ if: 1, gives: { x: 1 } }, { otherwise: true, gives: { x: 2 } }')).toEqual([]);
		expect(withBranches('{ if: 1, gives: { x: 1 } }, { otherwise: true, gives: { y: 2 } }')).toEqual([]);
		expect(withBranches('{ if: 1, gives: { x: 1 } }, { otherwise: true }')).toEqual([
			'x (procedure.1.needs.0): a d b',
		]);
	});

	it('is not yet by a step that may still be left by an offered decision, unless it waits for that one', () => {
		const offered = (own: string) =>
			withNames(`
procedure: [{ id: a, gives: [x]${own} }, { id: b, needs: [x] }]
decisions: [{ id: d, at: [a], input: x, branches: [{ if: 1, goto: b }] }]`);
		expect(offered('')).toEqual([]);
		expect(offered(', next: end')).toEqual(['x (decisions.0.input): a d']);
	});

	it('is all of what a join waits for, and only what both ways give where nothing waits', () => {
		const joined = (waits: string) =>
			withNames(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, gives: [x], next: j }
  - { id: b, gives: [y], next: j }
  - { id: j, needs: [x, y]${waits} }`);
		expect(joined(', waits_for: [a, b]')).toEqual([]);
		expect(joined('')).toEqual(['x (procedure.3.needs.0): s b j', 'y (procedure.3.needs.1): s a j']);
		expect(joined(', waits_for: [a]')).toEqual(['y (procedure.3.needs.1): s a j']);
	});

	it('is not by one that a join counts as done because it was passed over', () => {
		expect(
			withNames(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, gives: [x], only_if: It rains, next: j }
  - { id: b, next: j }
  - { id: j, needs: [x], waits_for: [a, b] }`),
		).toEqual(['x (procedure.3.needs.0): s a j']);
	});

	it('is not by a step started at the same time', () => {
		expect(
			withNames(
				'procedure: [{ id: s, next: [a, b] }, { id: a, gives: [x], next: end }, { id: b, needs: [x], next: end }]',
			),
		).toEqual(['x (procedure.2.needs.0): s b']);
	});

	it('is what was given before a loop came round, not in it', () => {
		expect(
			withNames(`
procedure: [{ id: a, needs: [x] }, { id: b, gives: [x] }]
decisions: [{ id: d, after: b, branches: [{ if: 1, goto: a }, { otherwise: true, goto: end }] }]`),
		).toEqual(['x (procedure.0.needs.0): a']);
		expect(
			withNames(`
procedure: [{ id: s, gives: [x] }, { id: a, needs: [x] }, { id: b }]
decisions: [{ id: d, after: b, branches: [{ if: 1, goto: a }, { otherwise: true, goto: end }] }]`),
		).toEqual([]);
	});
});

describe('a lookup table', () => {
	const table =
		'decisions: [{ id: t, input: x, branches: [{ is: 1, gives: { y: 1 } }, { is: 2, gives: { y: 2 } }] }]';

	it('is answered as soon as its inputs are given', () => {
		expect(withNames(`procedure: [{ id: a, gives: [x] }, { id: b, needs: [y] }]\n${table}`)).toEqual([]);
		expect(withNames(`procedure: [{ id: b, needs: [y] }]\n${table.replace('input: x', 'input: z')}`)).toEqual(
			[],
		);
		expect(withNames(`procedure: [{ id: b, needs: [y] }]\n${table.replace('input: x, ', '')}`)).toEqual([]);
	});

	it('is named where its inputs are missing', () => {
		const text = `inputs: [{ id: x }, { id: y }]\nprocedure: [{ id: b, needs: [y] }, { id: a, gives: [x] }]\n${table}`;
		expect(notYetGiven(sopOf(text), graphOf(text))).toMatchObject([
			{ name: 'y', node: { id: 'b' }, givenBy: [], lookups: [{ lookup: { id: 't' }, lacks: ['x'] }] },
		]);
	});

	it('answers another', () => {
		expect(
			withNames(`
procedure: [{ id: a, gives: [x] }, { id: b, needs: [o] }]
decisions:
  - { id: second, input: y, branches: [{ is: 1, gives: { o: 1 } }] }
  - { id: first, input: x, branches: [{ is: 1, gives: { y: 1 } }] }`),
		).toEqual([]);
	});
});

describe('a step that carries out another', () => {
	const callee = (gives: string) => `
procedure:
  - { id: a, follows: sub }
  - { id: b, needs: [x], next: end }
  - { id: sub, trigger: A call }
  - { id: sub2, ${gives} }`;

	it('has what that is certain to give when it comes back', () => {
		expect(withNames(callee('gives: [x]'))).toEqual([]);
		expect(withNames(callee('gives: [x], only_if: It rains'))).toEqual(['x (procedure.1.needs.0): a b']);
		expect(withNames(callee('gives: [y]'))).toEqual(['x (procedure.1.needs.0): a b']);
	});

	it('has what is brought through several of them, and through one that calls itself', () => {
		expect(
			withNames(`
procedure:
  - { id: a, follows: one }
  - { id: b, needs: [x], next: end }
  - { id: one, trigger: A call, follows: two, next: end }
  - { id: two, trigger: A letter, gives: [x] }`),
		).toEqual([]);
		expect(
			withNames(`
procedure:
  - { id: a, follows: one }
  - { id: b, needs: [x, y], next: end }
  - { id: one, trigger: A call, gives: [y] }
  - { id: two, follows: one, gives: [x] }
decisions: [{ id: d, after: one, branches: [{ if: Another, goto: two }, { otherwise: true, goto: end }] }]`),
		).toEqual(['x (procedure.1.needs.0): a b']);
	});
});
