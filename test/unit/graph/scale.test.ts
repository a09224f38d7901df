import { expect, it } from 'vitest';
import type { Sop, Step } from '../../../src/model/documents.generated.ts';
import { deadEnds } from '../../../src/model/graph/analysis/dead-ends.ts';
import { endlessLoops } from '../../../src/model/graph/analysis/endless-loops.ts';
import { notYetGiven } from '../../../src/model/graph/analysis/not-yet-given.ts';
import { stuckJoins } from '../../../src/model/graph/analysis/stuck-joins.ts';
import { unreachableParts } from '../../../src/model/graph/analysis/unreachable-parts.ts';
import { displayOrder } from '../../../src/model/graph/display-order.ts';
import { buildProcedureGraph } from '../../../src/model/graph/procedure-graph.ts';

const many = 10_000;
const steps = (make: (index: number) => Step, count = many): Step[] =>
	Array.from({ length: count }, (_, index) => ({ id: `s${index}`, ...make(index) }));

/** Everything at once, within seconds: what is quadratic or calls itself would not come back. */
function look(sop: Sop) {
	const begun = performance.now();
	const graph = buildProcedureGraph(sop);
	const found = {
		unreachable: unreachableParts(graph).length,
		dead: deadEnds(graph).length,
		loops: endlessLoops(graph).length,
		joins: stuckJoins(graph).length,
		names: notYetGiven(sop, graph).length,
		order: displayOrder(graph).length,
		unresolved: graph.unresolved.length,
	};
	expect(performance.now() - begun).toBeLessThan(10_000);
	return found;
}
const sound = { unreachable: 0, dead: 0, loops: 0, joins: 0, names: 0, unresolved: 0 };

it('follows a chain of ten thousand steps, forwards and backwards', () => {
	expect(look({ procedure: steps(() => ({})) })).toEqual({ ...sound, order: many + 1 });
	const backwards = steps((index) => ({
		next: index === 0 ? `s${many - 1}` : index === 1 ? 'end' : `s${index - 1}`,
	}));
	expect(look({ procedure: backwards })).toEqual({ ...sound, order: many + 1 });
});

it('goes round a loop of ten thousand steps, and round ten thousand loops', () => {
	expect(look({ procedure: steps((index) => (index === many - 1 ? { next: 's0' } : {})) })).toEqual({
		...sound,
		loops: 1,
		order: many,
	});
	expect(look({ procedure: steps((index) => ({ trigger: 'x', next: `s${index}` })) })).toEqual({
		...sound,
		loops: many,
		order: many,
	});
	const backEach = steps((index) => ({ timeout: { goto: `s${Math.max(0, index - 1)}` } }));
	expect(look({ procedure: backEach })).toEqual({ ...sound, order: many + 1 });
});

it('reports ten thousand defects', () => {
	expect(look({ procedure: steps((index) => (index === 0 ? {} : { next: 'end' })) }).unreachable).toBe(
		many - 2,
	);
	expect(look({ procedure: steps(() => ({ next: 'nowhere-at-all' })) }).unresolved).toBe(many);
	const inputs = [{ id: 'x' }, { id: 'y' }];
	const needy = steps((index) => ({ trigger: 'x', needs: ['x'], gives: index === 0 ? ['x'] : [] }));
	expect(look({ inputs, procedure: needy }).names).toBe(many);
});

it('waits at thousands of joins', () => {
	const count = 3000;
	const last = `s${count - 1}`;
	const inChain = steps((index) => (index === 0 ? {} : { waits_for: [`s${index - 1}`] }), count);
	expect(look({ procedure: inChain })).toEqual({ ...sound, order: count + 1 });
	const forLater = steps((index) => ({ waits_for: [index + 1 < count ? `s${index + 1}` : 's0'] }), count);
	expect(look({ procedure: forLater }).joins).toBe(count - 1);
	const ids = steps(() => ({}), count).map((step) => `${step.id}`);
	const wide = ids.map((id, index): Step => {
		if (index === 0) return { id, next: ids.slice(1, -1) };
		return id === last ? { id, waits_for: ids.slice(1, -1) } : { id, next: last };
	});
	expect(look({ procedure: wide })).toEqual({ ...sound, order: count + 1 });
});

it('knows a thousand names, given in a chain of lookup tables', () => {
	const ids = Array.from({ length: 1000 }, (_, index) => `v${index}`);
	const inputs = ids.map((id) => ({ id }));
	const tables = ids
		.slice(1)
		.map((id, index) => ({ id: `t${index}`, input: `v${index}`, branches: [{ is: 1, gives: { [id]: 1 } }] }));
	const procedure = steps((index) =>
		index === 0 ? { gives: ['v0'] } : { needs: [`v${index % ids.length}`] },
	);
	expect(look({ inputs, procedure, decisions: tables.reverse() })).toEqual({ ...sound, order: many + 1 });
});
