import { describe, expect, it } from 'vitest';
import { example } from './example.ts';
import { edgesOf, graphOf } from './procedure.ts';

describe('the example of the format', () => {
	const graph = graphOf(example);

	it('has a node for every step, decision, exception, escalation and end', () => {
		expect(graph.nodes.map(({ kind, id, path }) => `${kind} ${id} ${path.join('.')}`)).toEqual([
			'step collect procedure.0',
			'step match procedure.1',
			'step investigate procedure.2',
			'step review procedure.3',
			'decision tolerance decisions.0',
			'decision account-kind decisions.1',
			'exception late-statement exceptions.0',
			'exception unknown-account exceptions.1',
			'escalation portal-down escalation.0',
			'end end reconciled procedure.3.next',
		]);
		expect(graph.nodes.map((node) => node.index)).toEqual(graph.nodes.map((_, index) => index));
	});

	it('has an edge for every way', () => {
		expect(edgesOf(graph)).toEqual([
			'match after tolerance',
			'tolerance branch investigate',
			'tolerance branch review',
			'tolerance branch investigate',
			'collect after account-kind',
			'account-kind branch match',
			'account-kind branch unknown-account',
			'investigate next match',
			'review next end reconciled',
			'collect timeout late-statement',
			'collect exception late-statement',
			'late-statement resume match',
			'unknown-account resume collect',
			'collect escalation portal-down',
			'portal-down return collect',
		]);
	});

	it('says where each edge is written', () => {
		const paths = graph.edges.map((edge) => edge.path.join('.'));
		expect(paths.slice(0, 3)).toEqual([
			'decisions.0.after',
			'decisions.0.branches.0.goto',
			'decisions.0.branches.1.goto',
		]);
		expect(paths.slice(7)).toEqual([
			'procedure.2.next',
			'procedure.3.next',
			'procedure.0.timeout.1.goto',
			'exceptions.0.at.0',
			'exceptions.0.resume',
			'exceptions.1.resume',
			'escalation.0.at.0',
			'escalation.0',
		]);
	});

	it('begins at the first step and ends at the named end', () => {
		expect(graph.entries).toEqual([
			{ node: graph.byId.get('collect'), trigger: ['procedure', 0, 'trigger'] },
		]);
		expect(graph.ends.map((end) => end.outcome)).toEqual(['reconciled']);
		expect(graph.unresolved).toEqual([]);
	});
});

describe('the way on from a step', () => {
	it('is the step below, and the end after the last', () => {
		const graph = graphOf('procedure: [{ id: a }, { id: b }, { id: c }]');
		expect(edgesOf(graph)).toEqual(['a down b', 'b down c', 'c down end']);
		expect(graph.edges.map((edge) => edge.path.join('.'))).toEqual([
			'procedure.0',
			'procedure.1',
			'procedure.2',
		]);
	});

	it('is the end above a step with a trigger, unless it says next', () => {
		expect(edgesOf(graphOf('procedure: [{ id: a }, { id: b, trigger: A call }]'))).toEqual([
			'a down end',
			'b down end',
		]);
		expect(edgesOf(graphOf('procedure: [{ id: a, next: b }, { id: b, trigger: A call }]'))[0]).toBe(
			'a next b',
		);
		expect(edgesOf(graphOf('procedure: [{ id: a }, { id: b, trigger: [] }]'))[0]).toBe('a down b');
		expect(edgesOf(graphOf('procedure: [{ id: a }, { id: b, trigger: [" "] }]'))[0]).toBe('a down b');
	});

	it('is every way in: the first step, and each with a trigger', () => {
		const graph = graphOf('procedure: [{ id: a }, { id: b }, { id: c, trigger: [A call, A letter] }]');
		expect(graph.entries.map(({ node, trigger }) => [node.id, trigger?.join('.')])).toEqual([
			['a', undefined],
			['c', 'procedure.2.trigger'],
		]);
	});

	it('is the decision after it', () => {
		const graph = graphOf(`
procedure: [{ id: a }, { id: b }]
decisions: [{ id: d, after: a, branches: [{ if: x, goto: b }, { otherwise: true, goto: end refused }] }]`);
		expect(edgesOf(graph)).toEqual(['a after d', 'd branch b', 'd branch end refused', 'b down end']);
	});

	it('is both beside a decision after it, though that is a mistake', () => {
		const graph = graphOf(`
procedure: [{ id: a, next: b }, { id: b }]
decisions: [{ id: d, after: a, branches: [{ otherwise: true, goto: b }] }]`);
		expect(edgesOf(graph)).toEqual(['a after d', 'd branch b', 'a next b', 'b down end']);
	});

	it('forks where next names several', () => {
		const graph = graphOf(`
procedure:
  - { id: a, next: [b, c] }
  - { id: b, next: d }
  - { id: c, next: [d] }
  - { id: d, waits_for: [b, c], next: [e, f, e] }
  - { id: e }
  - { id: f }`);
		expect(graph.edges.map(({ from, to, fork }) => [from.name, to.name, fork])).toEqual([
			['a', 'b', 0],
			['a', 'c', 0],
			['b', 'd', null],
			['c', 'd', null],
			['d', 'e', 1],
			['d', 'f', 1],
			['e', 'f', null],
			['f', 'end', null],
		]);
		expect(graph.joins.map(({ step, waitsFor }) => [step.id, waitsFor.map((one) => one.node.id)])).toEqual([
			['d', ['b', 'c']],
		]);
		expect(graph.joins[0]?.waitsFor[1]?.path).toEqual(['procedure', 3, 'waits_for', 1]);
	});

	it('leaves it over a timeout with goto, not over one with do', () => {
		const graph = graphOf(`
procedure:
  - { id: a, timeout: { within: 1 day, goto: c } }
  - { id: b, timeout: [{ within: 1 day, do: Remind }, { within: 2 days, goto: end late }] }
  - { id: c }`);
		expect(edgesOf(graph)).toEqual([
			'a down b',
			'b down c',
			'c down end',
			'a timeout c',
			'b timeout end late',
		]);
		expect(graph.edges.slice(3).map(({ path, row }) => [path.join('.'), row])).toEqual([
			['procedure.0.timeout.goto', 0],
			['procedure.1.timeout.1.goto', 1],
		]);
	});
});

describe('a step that may be passed over', () => {
	it('has a second edge along its own way', () => {
		const graph = graphOf(`
procedure:
  - { id: a, only_if: It rains }
  - { id: b, only_if: It rains, next: [c, d] }
  - { id: c, next: end }
  - { id: d, only_if: It rains }`);
		expect(edgesOf(graph).filter((edge) => edge.includes('pass-over'))).toEqual([
			'a pass-over b',
			'b pass-over c',
			'b pass-over d',
			'd pass-over end',
		]);
		const over = graph.edges.filter(({ kind }) => kind === 'pass-over');
		expect(over[1]?.fork).not.toBeNull();
		expect(over[1]?.fork).toBe(over[2]?.fork);
		expect(over[0]?.path).toEqual(['procedure', 0, 'only_if']);
	});

	it('goes to the step below, not to the decision about what was not done', () => {
		const graph = graphOf(`
procedure: [{ id: a, only_if: It rains }, { id: b }]
decisions: [{ id: d, after: a, branches: [{ otherwise: true, goto: end }] }]`);
		expect(edgesOf(graph).filter((edge) => edge.startsWith('a'))).toEqual(['a after d', 'a pass-over b']);
	});

	it('goes to its decision where a fork started it, for below is its sibling', () => {
		const graph = graphOf(`
procedure: [{ id: s, next: [a, b] }, { id: a, only_if: It rains }, { id: b, next: end }]
decisions: [{ id: d, after: a, branches: [{ otherwise: true, goto: end }] }]`);
		expect(edgesOf(graph).filter((edge) => edge.startsWith('a'))).toEqual(['a after d', 'a pass-over d']);
	});
});

describe('decisions', () => {
	it('are offered at steps, which then do not fall through', () => {
		const graph = graphOf(`
procedure: [{ id: open }, { id: held }, { id: closed }]
decisions:
  - id: hold
    at: [open]
    branches: [{ if: Stop, goto: held }]
  - id: close
    at: [open, held]
    branches: [{ if: Done, goto: closed }, { if: Wait }]`);
		expect(edgesOf(graph)).toEqual([
			'open at hold',
			'hold branch held',
			'open at close',
			'held at close',
			'close branch closed',
			'close stay open',
			'close stay held',
			'closed down end',
		]);
	});

	it('are offered beside the own way of a step that says next', () => {
		const graph = graphOf(`
procedure: [{ id: open, next: closed }, { id: closed }]
decisions: [{ id: cancel, at: [open], branches: [{ if: Cancelled, goto: end cancelled }] }]`);
		expect(edgesOf(graph)).toEqual([
			'open at cancel',
			'cancel branch end cancelled',
			'open next closed',
			'closed down end',
		]);
	});

	it('follow their next where a branch has no goto', () => {
		const graph = graphOf(`
procedure: [{ id: a }, { id: b }]
decisions: [{ id: d, after: a, next: b, branches: [{ if: x, goto: end }, { if: y, gives: { risk: 1 } }, { otherwise: true }] }]`);
		expect(graph.edges.slice(1, 4).map(({ to, row, path }) => [to.name, row, path.join('.')])).toEqual([
			['end', 0, 'decisions.0.branches.0.goto'],
			['b', 1, 'decisions.0.next'],
			['b', 2, 'decisions.0.next'],
		]);
	});

	it('lead to decisions, which then need neither after nor at', () => {
		const graph = graphOf(`
procedure: [{ id: a }]
decisions:
  - { id: first, after: a, branches: [{ if: x, goto: second }, { otherwise: true, goto: end }] }
  - { id: second, branches: [{ if: y, goto: a }, { otherwise: true, goto: end }] }`);
		expect(edgesOf(graph)).toContain('first branch second');
		expect(graph.lookups).toEqual([]);
	});

	it('are lookup tables, and no nodes, where nothing leads to or from them', () => {
		const graph = graphOf(`
procedure: [{ id: a }]
decisions:
  - { id: rate, input: cost, branches: [{ below: 5, gives: { rate: 1 } }, { at_least: 5, gives: { rate: 2 } }] }
  - { id: asked, branches: [{ if: x }, { otherwise: true }] }
exceptions: [{ id: e, at: [a], goto: asked }]`);
		expect(graph.lookups.map(({ id, path }) => [id, path.join('.')])).toEqual([['rate', 'decisions.0']]);
		expect(graph.byId.has('rate')).toBe(false);
		expect(graph.byId.get('asked')?.kind).toBe('decision');
	});

	it('are nodes when only something stands in them that leads on', () => {
		const kinds = (decision: string) =>
			graphOf(`{ procedure: [{ id: a }], decisions: [{ id: d, ${decision} }] }`).lookups.length;
		expect(kinds('branches: []')).toBe(1);
		expect(kinds('after: a')).toBe(0);
		expect(kinds('at: [a]')).toBe(0);
		expect(kinds('next: a')).toBe(0);
		expect(kinds('branches: [{ otherwise: true, goto: a }]')).toBe(0);
	});
});

describe('escalations and calls', () => {
	it('come back to their step unless they say otherwise', () => {
		const graph = graphOf(`
procedure: [{ id: a }, { id: b }]
escalation:
  - { id: e1, at: [a, b] }
  - { id: e2, at: [a], resume: b }
  - { id: e3, at: [b], goto: end failed }
  - { id: e4 }`);
		expect(edgesOf(graph).slice(2)).toEqual([
			'a escalation e1',
			'b escalation e1',
			'e1 return a',
			'e1 return b',
			'a escalation e2',
			'e2 resume b',
			'b escalation e3',
			'e3 goto end failed',
		]);
	});

	it('carry out a step of this document, or another document', () => {
		const graph = graphOf(`
procedure: [{ id: a, follows: b }, { id: c, follows: SOP-IT-004 }, { id: b, trigger: A leaver }]`);
		expect(edgesOf(graph)).toContain('a follows b');
		expect(
			graph.calls.map(({ step, reference, target, path }) => [
				step.id,
				reference,
				target?.id,
				path.join('.'),
			]),
		).toEqual([
			['a', 'b', 'b', 'procedure.0.follows'],
			['c', 'SOP-IT-004', undefined, 'procedure.1.follows'],
		]);
	});
});

describe('a broken document', () => {
	it('lists what names nothing, with what was most likely meant', () => {
		const graph = graphOf(`
procedure:
  - { id: collect, next: mtach, timeout: { goto: late } }
  - { id: match, waits_for: [nobody, collect] }
decisions: [{ id: d, after: colect, at: [math], branches: [{ if: x, goto: End }] }]
exceptions: [{ id: late-one, at: [collect, x], resume: colectt, goto: end }]
escalation: [{ id: loud, at: [y] }]
quality: [{ at: [match, z] }]
raci: [{ steps: [collect, w] }]`);
		expect(
			graph.unresolved.map(({ reference, key, path, nearest }) => [reference, key, path.join('.'), nearest]),
		).toEqual([
			['colect', 'after', 'decisions.0.after', 'collect'],
			['math', 'at', 'decisions.0.at.0', 'match'],
			['End', 'goto', 'decisions.0.branches.0.goto', 'end'],
			['mtach', 'next', 'procedure.0.next', 'match'],
			['late', 'goto', 'procedure.0.timeout.goto', null],
			['nobody', 'waits_for', 'procedure.1.waits_for.0', null],
			['x', 'at', 'exceptions.0.at.1', null],
			['colectt', 'resume', 'exceptions.0.resume', 'collect'],
			['y', 'at', 'escalation.0.at.0', null],
			['z', 'at', 'quality.0.at.1', null],
			['w', 'steps', 'raci.0.steps.1', null],
		]);
	});

	it('says when the name is that of an escalation or of a lookup table', () => {
		const graph = graphOf(`
procedure: [{ id: a, next: loud }, { id: b, waits_for: [table] }]
decisions: [{ id: table, branches: [{ otherwise: true, gives: { x: 1 } }] }]
escalation: [{ id: loud, at: [a] }]`);
		expect(graph.unresolved.map(({ reference, found }) => [reference, found])).toEqual([
			['loud', 'escalation'],
			['table', 'lookup'],
		]);
	});

	it('leads to the first of several that share an id, and to no node called end', () => {
		const graph = graphOf(`
procedure: [{ id: a, next: b }, { id: b, next: end }, { id: b }, { id: end }, { id: end of story }]`);
		expect(graph.edges.map(({ from, to }) => [from.index, to.kind, to.index])).toEqual([
			[0, 'step', 1],
			[1, 'end', 5],
			[2, 'step', 3],
			[3, 'step', 4],
			[4, 'end', 5],
		]);
	});

	it('keeps ids that are names of what every object has', () => {
		const graph = graphOf(`
procedure: [{ id: __proto__, next: constructor }, { id: toString }, { id: constructor, next: hasOwnProperty }]`);
		expect(edgesOf(graph)).toEqual(['__proto__ next constructor', 'toString down constructor']);
		expect(graph.unresolved.map((one) => one.reference)).toEqual(['hasOwnProperty']);
	});

	it('has a graph of what is there', () => {
		const graph = graphOf(`
procedure: [{ id: a }, ~, just words, { do: Without an id }, [], 5, { id: c }]
decisions: { not_applicable: No branches }
exceptions: ~`);
		expect(edgesOf(graph)).toEqual(['a down step 4', 'step 4 down c', 'c down end']);
		expect(graphOf('{}').nodes).toEqual([]);
		expect(graphOf('procedure: nothing').nodes).toEqual([]);
	});

	it('does not mistake a word that begins with end for the end', () => {
		const graph = graphOf(
			'procedure: [{ id: a, next: end-of-day }, { id: b, next: "end  of day " }, { id: end-of-day }]',
		);
		expect(edgesOf(graph)).toEqual(['a next end-of-day', 'b next end of day', 'end-of-day down end']);
		expect(graph.ends.map((end) => end.outcome)).toEqual(['of day', null]);
	});
});
