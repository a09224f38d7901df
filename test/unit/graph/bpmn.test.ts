import { readdirSync } from 'node:fs';
import { alg, Graph } from '@dagrejs/graphlib';
import { describe, expect, it } from 'vitest';
import { ambiguousNexts } from '../../../src/model/graph/analysis/ambiguous-next.ts';
import { deadEnds } from '../../../src/model/graph/analysis/dead-ends.ts';
import { endlessLoops } from '../../../src/model/graph/analysis/endless-loops.ts';
import { reachableEnds } from '../../../src/model/graph/analysis/reachable-ends.ts';
import { stuckJoins } from '../../../src/model/graph/analysis/stuck-joins.ts';
import { unreachableParts } from '../../../src/model/graph/analysis/unreachable-parts.ts';
import type { GraphNode } from '../../../src/model/graph/graph-node.ts';
import { buildProcedureGraph, type ProcedureGraph } from '../../../src/model/graph/procedure-graph.ts';
import { type BpmnScope, readBpmn } from './bpmn.ts';
import { sopOfScope } from './bpmn-to-sop.ts';

const folder = new URL('../../fixtures/bpmn-miwg/', import.meta.url).pathname;
const scopes = readdirSync(folder)
	.filter((file) => file.endsWith('.bpmn'))
	.flatMap((file) => readBpmn(folder + file).map((scope) => ({ title: `${file} ${scope.name}`, scope })));

/** The process as BPMN draws it, in the graph library of others. */
function drawingOf({ nodes, flows }: BpmnScope): Graph {
	const graph = new Graph({ directed: true });
	for (const node of nodes) graph.setNode(node.id);
	for (const { from, to } of flows) graph.setEdge(from, to);
	for (const { id, attachedTo } of nodes) if (attachedTo !== null) graph.setEdge(attachedTo, id);
	return graph;
}

function startsOf(scope: BpmnScope): string[] {
	const drawing = drawingOf(scope);
	return drawing.nodes().filter((id) => (drawing.predecessors(id) ?? []).length === 0);
}

/** What no start leads to, ends aside. */
function cutOff(scope: BpmnScope, starts: readonly string[]): string[] {
	const drawing = drawingOf(scope);
	const seen = new Set(starts.flatMap((start) => alg.preorder(drawing, [start])));
	return scope.nodes.filter(({ id, type }) => type !== 'endEvent' && !seen.has(id)).map(({ id }) => id);
}

/** Each join that may wait for ever, by the names in the drawing. */
function stuck(graph: ProcedureGraph): string[] {
	const name = (node: GraphNode) => (node.kind === 'step' ? node.source.do : node.name);
	return stuckJoins(graph).flatMap((join) =>
		join.reason === 'circle'
			? [`${name(join.step)} in a circle`]
			: join.missing.map(({ node }) => `${name(join.step)} waits for ${name(node)}`),
	);
}

// Made up to show every element of BPMN, not to be carried out: branches of which one is chosen meet in a parallel gateway.
const deadlocks: Record<string, readonly string[]> = {
	'B.2.0.bpmn WFP-6-1': [
		'Parallel Gateway 2 waits for User Task 8',
		'Parallel Gateway 2 waits for Task 5',
		'Parallel Gateway 2 waits for Task 6',
	],
	'B.2.0.bpmn WFP-6-2': ['Parallel Gateway 7 waits for Task 28', 'Parallel Gateway 7 waits for Task 32'],
};

describe.each(scopes)('$title', ({ title, scope }) => {
	const starts = startsOf(scope);
	const graph = buildProcedureGraph(sopOfScope(scope, starts));

	it('has nothing wrong but what is known', () => {
		expect(graph.unresolved).toEqual([]);
		expect(unreachableParts(graph)).toEqual([]);
		expect(deadEnds(graph)).toEqual([]);
		expect(endlessLoops(graph)).toEqual([]);
		expect(ambiguousNexts(graph)).toEqual([]);
		expect(stuck(graph)).toEqual(deadlocks[title] ?? []);
	});

	it('ends where BPMN ends', () => {
		const ends = scope.nodes.filter((node) => node.type === 'endEvent').map((node) => node.id);
		const ours = reachableEnds(graph).flatMap((end) => end.outcome ?? []);
		expect(ours.sort()).toEqual(ends.sort());
	});

	it('loses what BPMN loses when any one of its flows is taken away', () => {
		for (const flow of scope.flows) {
			const less = { ...scope, flows: scope.flows.filter((one) => one !== flow) };
			const parts = unreachableParts(buildProcedureGraph(sopOfScope(less, starts)));
			const ours = parts.flatMap(({ nodes }) => nodes.flatMap((node) => node.id ?? []));
			// Not those decisions that stand for conditions on flows.
			expect(ours.filter((id) => !id.endsWith('-chooses')).sort()).toEqual(cutOff(less, starts).sort());
			expect(parts.length).toBeLessThanOrEqual(1);
		}
	});
});

it('finds the join that waits for ever when a fork becomes a choice', () => {
	const [vacancy] = readBpmn(`${folder}C.7.0.bpmn`);
	const [fork] = vacancy?.nodes.filter((node) => node.type === 'parallelGateway') ?? [];
	const nodes =
		vacancy?.nodes.map((node) => (node === fork ? { ...node, type: 'exclusiveGateway' } : node)) ?? [];
	const changed = { name: '', nodes, flows: vacancy?.flows ?? [] };
	const [join] = stuckJoins(buildProcedureGraph(sopOfScope(changed, startsOf(changed))));
	expect(join?.reason).toBe('not started');
	expect(join?.reason === 'not started' ? join.excluding?.length : 0).toBe(2);
});
