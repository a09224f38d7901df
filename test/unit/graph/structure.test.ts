import { describe, expect, it } from 'vitest';
import { ambiguousAfters } from '../../../src/model/graph/analysis/ambiguous-after.ts';
import { ambiguousNexts } from '../../../src/model/graph/analysis/ambiguous-next.ts';
import { deadEnds } from '../../../src/model/graph/analysis/dead-ends.ts';
import { duplicateIds } from '../../../src/model/graph/analysis/duplicate-ids.ts';
import { endlessLoops } from '../../../src/model/graph/analysis/endless-loops.ts';
import { missingTrigger } from '../../../src/model/graph/analysis/missing-trigger.ts';
import { reachableEnds } from '../../../src/model/graph/analysis/reachable-ends.ts';
import { stuckJoins } from '../../../src/model/graph/analysis/stuck-joins.ts';
import { timeoutsWithoutEffect } from '../../../src/model/graph/analysis/timeouts-without-effect.ts';
import { unreachableParts } from '../../../src/model/graph/analysis/unreachable-parts.ts';
import { displayOrder } from '../../../src/model/graph/display-order.ts';
import type { GraphEdge } from '../../../src/model/graph/graph-edge.ts';
import { example } from './example.ts';
import { graphOf } from './procedure.ts';

const unreachable = (text: string) =>
	unreachableParts(graphOf(text)).map(({ nodes }) => nodes.map((node) => node.name).join(' '));
const dead = (text: string) =>
	deadEnds(graphOf(text)).map(({ node, branch, path }) => `${node.name} ${branch ?? '-'} ${path.join('.')}`);
const loops = (text: string) =>
	endlessLoops(graphOf(text)).map(({ nodes }) => nodes.map((node) => node.name).join(' '));
const way = (edges: readonly GraphEdge[] | null) =>
	edges?.map(({ from, to }) => `${from.name} ${to.name}`).join(', ');

it('finds nothing wrong with the example of the format', () => {
	const graph = graphOf(example);
	expect(duplicateIds(graph)).toEqual([]);
	expect(unreachableParts(graph)).toEqual([]);
	expect(deadEnds(graph)).toEqual([]);
	expect(endlessLoops(graph)).toEqual([]);
	expect(stuckJoins(graph)).toEqual([]);
	expect(ambiguousNexts(graph)).toEqual([]);
	expect(ambiguousAfters(graph)).toEqual([]);
	expect(timeoutsWithoutEffect(graph)).toEqual([]);
	expect(missingTrigger(graph)).toBeUndefined();
	expect(reachableEnds(graph).map((end) => end.id)).toEqual(['end reconciled']);
});

describe('duplicate ids', () => {
	it('are those that two nodes share, in whatever sections', () => {
		const found = duplicateIds(
			graphOf(`
procedure: [{ id: a }, { id: b }, { id: a }, {}, {}]
decisions: [{ id: b, after: a, branches: [] }, { id: t, branches: [] }]
exceptions: [{ id: a }, { id: t }]
escalation: [{ id: a }]`),
		);
		expect(found.map(({ id, path, first }) => [id, path.join('.'), first?.join('.')])).toEqual([
			['a', 'procedure.2.id', 'procedure.0'],
			['b', 'decisions.0.id', 'procedure.1'],
			['a', 'exceptions.0.id', 'procedure.0'],
			['t', 'exceptions.1.id', 'decisions.1'],
		]);
	});

	it('are the name of the end too', () => {
		const found = duplicateIds(graphOf('procedure: [{ id: end }, { id: end well }, { id: ending }]'));
		expect(found.map(({ id, first }) => [id, first])).toEqual([
			['end', null],
			['end well', null],
		]);
	});
});

describe('unreachable parts', () => {
	it('are reported where they begin, once for all that hangs on them', () => {
		expect(unreachable('procedure: [{ id: a, next: end }, { id: b }, { id: c }, { id: d }]')).toEqual([
			'b c d',
		]);
	});

	it('are reported at their first node where they are a loop', () => {
		expect(
			unreachable(
				'procedure: [{ id: a, next: end }, { id: b, next: d }, { id: c, next: b }, { id: d, next: c }]',
			),
		).toEqual(['b d c']);
	});

	it('are several where several beginnings lead to the same', () => {
		expect(
			unreachable('procedure: [{ id: a, next: end }, { id: b, next: d }, { id: c, next: d }, { id: d }]'),
		).toEqual(['b d', 'c']);
	});

	it('are not steps with a trigger, nor what a step carries out', () => {
		expect(unreachable('procedure: [{ id: a, follows: c }, { id: b, trigger: A call }, { id: c }]')).toEqual(
			[],
		);
		expect(unreachable('procedure: [{ id: a, next: end }, { id: c, trigger: A call }, { id: d }]')).toEqual(
			[],
		);
		expect(unreachable('procedure: [{ id: a, next: end, follows: c }, { id: c, next: end }]')).toEqual([]);
	});

	it('are exceptions that stand at no step and that nothing leads to', () => {
		expect(
			unreachable('{ procedure: [{ id: a }], exceptions: [{ id: e, resume: a }, { id: f, at: [a] }] }'),
		).toEqual(['e']);
	});

	it('are not escalations, which may happen anywhere', () => {
		expect(
			unreachable('{ procedure: [{ id: a, next: end }, { id: b }], escalation: [{ id: e, goto: b }] }'),
		).toEqual([]);
	});

	it('are decisions that nothing leads to', () => {
		expect(
			unreachable(
				'{ procedure: [{ id: a }], decisions: [{ id: d, branches: [{ otherwise: true, goto: end }] }] }',
			),
		).toEqual(['d']);
	});

	it('are not what a mistyped name cuts off, for that is the finding', () => {
		const typo = 'procedure: [{ id: a, next: clean-upp }, { id: b, next: end }, { id: clean-up }]';
		expect(unreachable(typo)).toEqual(['b']);
		expect(
			unreachable(`
procedure: [{ id: first-step }]
decisions: [{ id: d, after: frist-stepp, branches: [{ otherwise: true, goto: end }] }]`),
		).toEqual([]);
	});

	it('are not the second of two that share an id', () => {
		expect(unreachable('procedure: [{ id: a, next: b }, { id: b, next: end }, { id: b }]')).toEqual([]);
	});

	it('are not asked for where there is no procedure', () => {
		expect(unreachable('exceptions: [{ id: e }]')).toEqual([]);
	});
});

describe('dead ends', () => {
	it('are branches without a way on', () => {
		expect(
			dead(`
procedure: [{ id: a }, { id: b }]
decisions: [{ id: d, after: a, branches: [{ if: x, goto: b }, { if: y, gives: { z: 1 } }, { otherwise: true }] }]`),
		).toEqual(['d 1 decisions.0.branches.1', 'd 2 decisions.0.branches.2']);
	});

	it('are decisions of which no branch has one, reported once', () => {
		expect(
			dead(
				'{ procedure: [{ id: a }], decisions: [{ id: d, after: a, branches: [{ if: x }, { otherwise: true }] }] }',
			),
		).toEqual(['d - decisions.0']);
	});

	it('are decisions offered at a step that only ever stay', () => {
		expect(
			dead('{ procedure: [{ id: a }], decisions: [{ id: d, at: [a], branches: [{ if: x }] }] }'),
		).toEqual(['d - decisions.0']);
		expect(
			dead(
				'{ procedure: [{ id: a }], decisions: [{ id: d, at: [a], branches: [{ if: x }, { if: y, goto: end }] }] }',
			),
		).toEqual([]);
	});

	it('are not branches that the next of their decision takes on', () => {
		expect(
			dead('{ procedure: [{ id: a }], decisions: [{ id: d, after: a, next: end, branches: [{ if: x }] }] }'),
		).toEqual([]);
	});

	it('are not ways that name nothing, for that is the finding', () => {
		expect(dead('procedure: [{ id: a, next: nowhere }]')).toEqual([]);
		expect(
			dead(
				'{ procedure: [{ id: a }], decisions: [{ id: d, after: a, branches: [{ if: x, goto: nowhere }] }] }',
			),
		).toEqual([]);
		expect(
			dead(
				'{ procedure: [{ id: a }], decisions: [{ id: d, after: a, branches: [{ if: x, goto: nowhere }, {}] }] }',
			),
		).toEqual([]);
	});

	it('are not exceptions, which have a rule of their own, nor escalations', () => {
		expect(
			dead('{ procedure: [{ id: a }], exceptions: [{ id: e, at: [a] }], escalation: [{ id: f, at: [a] }] }'),
		).toEqual([]);
	});
});

describe('endless loops', () => {
	it('are reported once each', () => {
		expect(
			loops(`
procedure:
  - { id: a, next: b }
  - { id: b, next: a }
  - { id: c, trigger: A call, next: c }`),
		).toEqual(['a b', 'c']);
	});

	it('are left by a branch, a timeout or an exception', () => {
		const loop = 'procedure: [{ id: a }, { id: b, next: a';
		expect(loops(`{ ${loop} }] }`)).toEqual(['a b']);
		expect(loops(`{ ${loop}, timeout: { goto: end } }] }`)).toEqual([]);
		expect(loops(`{ ${loop} }], exceptions: [{ id: e, at: [b], goto: end }] }`)).toEqual([]);
		expect(loops(`{ ${loop} }], exceptions: [{ id: e, at: [b], resume: a }] }`)).toEqual(['a b e']);
	});

	it('are only the last of several that lead into each other', () => {
		expect(
			loops(`
procedure: [{ id: a }, { id: b }, { id: c, next: c }]
decisions: [{ id: d, after: b, branches: [{ if: x, goto: a }, { otherwise: true, goto: c }] }]`),
		).toEqual(['c']);
	});

	it('are not loops with a way out that names nothing or a branch that leads nowhere', () => {
		expect(
			loops(`
procedure: [{ id: a }]
decisions: [{ id: d, after: a, branches: [{ if: x, goto: a }, { otherwise: true, goto: nowhere }] }]`),
		).toEqual([]);
		expect(
			loops(`
procedure: [{ id: a }]
decisions: [{ id: d, after: a, branches: [{ if: x, goto: a }, { otherwise: true }] }]`),
		).toEqual([]);
	});

	it('are states that only lead to each other', () => {
		expect(
			loops(`
procedure: [{ id: open }, { id: held }]
decisions:
  - { id: hold, at: [open], branches: [{ if: x, goto: held }] }
  - { id: go-on, at: [held], branches: [{ if: x, goto: open }, { if: y }] }`),
		).toEqual(['open held hold go-on']);
	});
});

describe('ambiguous ways', () => {
	it('are next beside a decision after the step', () => {
		const found = ambiguousNexts(
			graphOf(`
procedure: [{ id: a, next: b }, { id: b }]
decisions: [{ id: d, after: a, branches: [{ otherwise: true, goto: b }] }]`),
		);
		expect(found).toMatchObject([
			{ reason: 'decision', step: { id: 'a' }, decision: { id: 'd' }, path: ['procedure', 0, 'next'] },
		]);
	});

	it('are steps of a fork that would fall to the step below', () => {
		const found = ambiguousNexts(
			graphOf(`
procedure:
  - { id: s, next: [a, b, c, e] }
  - { id: a }
  - { id: b }
  - { id: x, next: end }
  - { id: c }
  - { id: e }
decisions: [{ id: d, after: c, branches: [{ otherwise: true, goto: end }] }]`),
		);
		expect(
			found.map(
				(one) => one.reason === 'fork' && [one.step.id, one.into.name, one.intoSibling, one.startedBy.id],
			),
		).toEqual([
			['a', 'b', true, 's'],
			['b', 'x', false, 's'],
			['e', 'end', false, 's'],
		]);
	});

	it('are several decisions after one step, but not at one', () => {
		const graph = graphOf(`
procedure: [{ id: a }]
decisions:
  - { id: d, after: a, branches: [{ otherwise: true, goto: end }] }
  - { id: e, at: [a], branches: [{ otherwise: true, goto: end }] }
  - { id: f, after: a, branches: [{ otherwise: true, goto: end }] }
  - { id: g, at: [a], branches: [{ otherwise: true, goto: end }] }`);
		expect(ambiguousAfters(graph)).toMatchObject([
			{ node: { id: 'a' }, decisions: [{ id: 'd' }, { id: 'f' }], path: ['decisions', 2, 'after'] },
		]);
	});
});

describe('timeouts without effect', () => {
	const found = (text: string) => timeoutsWithoutEffect(graphOf(text)).map(({ path }) => path.join('.'));

	it('lead where the step goes anyway', () => {
		expect(
			found('procedure: [{ id: a, timeout: { goto: b } }, { id: b, timeout: [{ do: x }, { goto: end }] }]'),
		).toEqual(['procedure.0.timeout.goto', 'procedure.1.timeout.1.goto']);
		expect(
			found(`
procedure: [{ id: a, timeout: { goto: d } }]
decisions: [{ id: d, after: a, branches: [{ otherwise: true, goto: end }] }]`),
		).toEqual(['procedure.0.timeout.goto']);
	});

	it('are not those that lead elsewhere, or to one of several', () => {
		expect(found('procedure: [{ id: a, timeout: { goto: end late } }]')).toEqual([]);
		expect(
			found('procedure: [{ id: a, next: [b, c], timeout: { goto: b } }, { id: b, next: end }, { id: c }]'),
		).toEqual([]);
		expect(
			found(`
procedure: [{ id: a, timeout: { goto: end } }]
decisions: [{ id: d, at: [a], branches: [{ if: x, goto: end }] }]`),
		).toEqual([]);
	});
});

describe('the trigger', () => {
	it('is missed at the first step where no step has one', () => {
		expect(missingTrigger(graphOf('procedure: [{ id: a }, { id: b }]'))).toEqual(['procedure', 0]);
		expect(missingTrigger(graphOf('procedure: [{ id: a }, { id: b, trigger: A call }]'))).toBeUndefined();
		expect(missingTrigger(graphOf('procedure: []'))).toBeUndefined();
	});
});

describe('joins', () => {
	const stuck = (text: string) =>
		stuckJoins(graphOf(text)).map((one) =>
			one.reason === 'circle'
				? `${one.step.id} at ${one.path.join('.')}: ${one.circle.map((join) => join.id).join(' ')}`
				: {
						step: one.step.id,
						missing: one.missing.map((it) => `${it.node.name} at ${it.path.join('.')}, ${way(it.way)}`),
						excluding: one.excluding?.map((node) => node.name).join(' ') ?? null,
					},
		);
	const fork = 'procedure: [{ id: s, next: [a, b] }, { id: a, next: j }, { id: b, next: j }';

	it('complete where all they wait for are started together', () => {
		expect(stuck(`${fork}, { id: j, waits_for: [a, b] }]`)).toEqual([]);
		expect(stuck(`${fork}, { id: j, waits_for: [s] }]`)).toEqual([]);
	});

	it('complete where a step is passed over, or left by a timeout or an exception', () => {
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, next: j, only_if: It rains }
  - { id: b, next: j, timeout: { goto: j } }
  - { id: j, waits_for: [a, b] }
exceptions: [{ id: e, at: [a], resume: j }]`),
		).toEqual([]);
	});

	it('complete where another way of the fork ends the procedure', () => {
		expect(
			stuck(`
procedure: [{ id: s, next: [a, b] }, { id: a }, { id: a2, next: j }, { id: b, next: j }, { id: j, waits_for: [a2, b] }]
decisions: [{ id: d, after: a, branches: [{ if: Refused, goto: end refused }, { otherwise: true, goto: a2 }] }]`),
		).toEqual([]);
	});

	it('wait for ever for two branches of one decision', () => {
		expect(
			stuck(`
procedure: [{ id: s }, { id: a, next: j }, { id: b, next: j }, { id: j, waits_for: [a, b] }]
decisions: [{ id: d, after: s, branches: [{ if: x, goto: a }, { otherwise: true, goto: b }] }]`),
		).toEqual([
			{
				step: 'j',
				missing: [
					'a at procedure.3.waits_for.0, s d, d b, b j',
					'b at procedure.3.waits_for.1, s d, d a, a j',
				],
				excluding: 'a b',
			},
		]);
	});

	it('wait for ever for a step on one branch only', () => {
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a }
  - { id: a2, next: j }
  - { id: b, next: j }
  - { id: j, waits_for: [a2, b] }
decisions: [{ id: d, after: a, branches: [{ if: x, goto: j }, { otherwise: true, goto: a2 }] }]`),
		).toEqual([{ step: 'j', missing: ['a2 at procedure.4.waits_for.0, s b, b j'], excluding: null }]);
	});

	it('wait for ever for themselves, for what comes later and for what another way in starts', () => {
		expect(
			stuck(`
procedure:
  - { id: s }
  - { id: j, waits_for: [j, later, other] }
  - { id: later }
  - { id: other, trigger: A call }`),
		).toMatchObject([
			{
				step: 'j',
				missing: [
					'j at procedure.1.waits_for.0, s j',
					'later at procedure.1.waits_for.1, s j',
					'other at procedure.1.waits_for.2, s j',
				],
			},
		]);
	});

	it('wait for ever where an exception goes round the fork', () => {
		expect(
			stuck(`{ ${fork}, { id: j, waits_for: [a, b] }], exceptions: [{ id: e, at: [s], resume: j }] }`),
		).toEqual([
			{
				step: 'j',
				missing: ['a at procedure.3.waits_for.0, s e, e j', 'b at procedure.3.waits_for.1, s e, e j'],
				excluding: null,
			},
		]);
	});

	it('wait for ever for each other', () => {
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, waits_for: [b], next: end }
  - { id: b, waits_for: [a], next: end }`),
		).toEqual(['a at procedure.1.waits_for.0: a b']);
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, waits_for: [b2], next: a2 }
  - { id: a2, next: end }
  - { id: b, waits_for: [a2], next: b2 }
  - { id: b2, next: end }`),
		).toEqual(['a at procedure.1.waits_for.0: a b']);
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, waits_for: [b2], next: a2 }
  - { id: a2, waits_for: [s], next: a3 }
  - { id: a3, next: end }
  - { id: b, waits_for: [a3], next: b2 }
  - { id: b2, next: end }`),
		).toEqual(['a at procedure.1.waits_for.0: a a2 b']);
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, waits_for: [b], next: a2 }
  - { id: a2, waits_for: [b2], next: end }
  - { id: b, next: b2 }
  - { id: b2, waits_for: [a], next: end }`),
		).toEqual([]);
	});

	it('complete in a loop, and where forks stand within forks', () => {
		expect(
			stuck(`
procedure:
  - { id: s, next: [a, b] }
  - { id: a, next: [a1, a2] }
  - { id: a1, next: ja }
  - { id: a2, next: ja }
  - { id: ja, waits_for: [a1, a2], next: j }
  - { id: b, next: j }
  - { id: j, waits_for: [ja, b] }
decisions: [{ id: again, after: j, branches: [{ if: x, goto: s }, { otherwise: true, goto: end }] }]`),
		).toEqual([]);
	});

	it('are not judged where no way in leads to them, or where a way is not known', () => {
		expect(stuck('procedure: [{ id: s, next: end }, { id: j, waits_for: [x] }, { id: x }]')).toEqual([]);
		expect(
			stuck(
				'procedure: [{ id: s, next: [a, b] }, { id: a, next: c2 }, { id: b, next: j }, { id: j, waits_for: [c] }, { id: c }]',
			),
		).toEqual([]);
	});
});

describe('the order for display', () => {
	const order = (text: string) =>
		displayOrder(graphOf(text))
			.map((node) => node.name)
			.join(' ');

	it('follows the ways, whatever the order of the document', () => {
		expect(order('procedure: [{ id: a, next: c }, { id: b, next: end }, { id: c, next: b }]')).toBe(
			'a c b end',
		);
	});

	it('begins with the first way in and ends with what no way in leads to', () => {
		expect(
			order(
				'procedure: [{ id: a }, { id: b, next: end }, { id: x, next: b }, { id: t, trigger: A call, next: b }]',
			),
		).toBe('a t b end x');
	});

	it('has every node once', () => {
		const graph = graphOf(example);
		expect(new Set(displayOrder(graph))).toEqual(new Set(graph.nodes));
		expect(displayOrder(graph)).toHaveLength(graph.nodes.length);
	});
});
