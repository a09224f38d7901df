import { alg, Graph } from '@dagrejs/graphlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sop } from '../../src/model/documents.generated.ts';
import { deadEnds } from '../../src/model/graph/analysis/dead-ends.ts';
import { endlessLoops } from '../../src/model/graph/analysis/endless-loops.ts';
import { reachableEnds } from '../../src/model/graph/analysis/reachable-ends.ts';
import { unreachableParts } from '../../src/model/graph/analysis/unreachable-parts.ts';
import { displayOrder } from '../../src/model/graph/display-order.ts';
import { leadsOn } from '../../src/model/graph/graph-edge.ts';
import { buildProcedureGraph } from '../../src/model/graph/procedure-graph.ts';
import { stronglyConnected } from '../../src/model/graph/strongly-connected.ts';
import { lookups, waysIn, waysOf } from './graph-oracle.ts';
import { type PlainProcedure, procedures } from './graph-procedures.ts';

const runs = { numRuns: 500 };

function build(document: PlainProcedure) {
	// A generated document has the types of the schema, only mutable.
	return buildProcedureGraph(document as Sop);
}

/** The ways of a document in the graph library of others (dagre's, MIT). */
function independent(document: PlainProcedure): Graph {
	const graph = new Graph({ directed: true });
	const tables = lookups(document);
	for (const { id } of [...document.procedure, ...document.decisions, ...document.exceptions]) {
		if (!tables.some((table) => table.id === id)) graph.setNode(id);
	}
	for (const { from, to } of waysOf(document)) graph.setEdge(from, to);
	return graph;
}

/** What can be reached, by the library's own walk. */
function reached(graph: Graph, starts: string[]): Set<string> {
	return new Set(starts.flatMap((start) => alg.preorder(graph, [start])));
}

function sorted(items: Iterable<string>): string[] {
	return [...items].sort();
}

test('the ways on are those that a plain reading of the document gives', () => {
	fc.assert(
		fc.property(procedures, (document) => {
			const graph = build(document);
			const ours = new Set(graph.edges.filter(leadsOn).map(({ from, to }) => `${from.name} ${to.name}`));
			const theirs = new Set(waysOf(document).map(({ from, to }) => `${from} ${to}`));
			expect(sorted(ours)).toEqual(sorted(theirs));
			expect(graph.entries.map((entry) => entry.node.id)).toEqual(waysIn(document));
			expect(graph.lookups.map((table) => table.id)).toEqual(lookups(document).map((table) => table.id));
			expect(graph.unresolved).toEqual([]);
		}),
		runs,
	);
});

test('the unreachable parts are all that no way in leads to, and as many as there are beginnings', () => {
	fc.assert(
		fc.property(procedures, (document) => {
			const other = independent(document);
			const seen = reached(other, waysIn(document));
			const cutOff = other.nodes().filter((id) => !seen.has(id) && !id.startsWith('end'));
			const parts = unreachableParts(build(document));
			expect(sorted(parts.flatMap(({ nodes }) => nodes.map((node) => node.name)))).toEqual(sorted(cutOff));

			const beginnings = alg
				.tarjan(other)
				.filter((part) => part.every((id) => cutOff.includes(id)))
				.filter((part) =>
					part.every((id) => (other.predecessors(id) ?? []).every((from) => part.includes(from))),
				);
			expect(parts).toHaveLength(beginnings.length);
			for (const { node } of parts) expect(beginnings.flat()).toContain(node.name);
		}),
		runs,
	);
});

test('the endless loops are the components that nothing leaves', () => {
	fc.assert(
		fc.property(procedures, (document) => {
			const other = independent(document);
			const graph = build(document);
			const dead = new Set(deadEnds(graph).map(({ node }) => node.name));
			const endless = alg
				.tarjan(other)
				.filter((part) => part.every((id) => (other.successors(id) ?? []).every((to) => part.includes(to))))
				.filter((part) => part.some((id) => (other.successors(id) ?? []).length > 0))
				.filter((part) => !part.some((id) => dead.has(id)));
			const ours = endlessLoops(graph).map(({ nodes }) => sorted(nodes.map((node) => node.name)).join());
			expect(sorted(ours)).toEqual(sorted(endless.map((part) => sorted(part).join())));
		}),
		runs,
	);
});

test('from every node that can be reached an end can be, or an endless loop or a dead end', () => {
	fc.assert(
		fc.property(procedures, (document) => {
			const other = independent(document);
			const graph = build(document);
			// What has no way back has a rule of its own.
			const lost = document.exceptions.filter((one) => one.resume === undefined && one.goto === undefined);
			const stops = new Set([
				...graph.ends.map((end) => end.name),
				...endlessLoops(graph).flatMap(({ nodes }) => nodes.map((node) => node.name)),
				...deadEnds(graph).map(({ node }) => node.name),
				...lost.map((one) => one.id),
			]);
			for (const id of reached(other, waysIn(document))) {
				expect([...reached(other, [id])].some((stop) => stops.has(stop))).toBe(true);
			}
		}),
		runs,
	);
});

test('the reachable ends are those the library reaches', () => {
	fc.assert(
		fc.property(procedures, (document) => {
			const ends = [...reached(independent(document), waysIn(document))].filter((id) => id.startsWith('end'));
			expect(sorted(reachableEnds(build(document)).map((end) => end.name))).toEqual(sorted(ends));
		}),
		runs,
	);
});

test('one more way never makes anything unreachable', () => {
	fc.assert(
		fc.property(procedures, fc.nat(), fc.nat(), (document, from, to) => {
			const step = document.procedure[from % document.procedure.length];
			const target = document.procedure[to % document.procedure.length];
			fc.pre(step !== undefined && target !== undefined);
			const cutOff = (one: PlainProcedure) =>
				new Set(unreachableParts(build(one)).flatMap(({ nodes }) => nodes.map((node) => node.name)));
			const before = cutOff(document);
			const more = structuredClone(document);
			more.procedure = more.procedure.map((one) =>
				one.id === step.id ? { ...one, timeout: [...(one.timeout ?? []), { goto: target.id }] } : one,
			);
			for (const name of cutOff(more)) expect(before).toContain(name);
		}),
		runs,
	);
});

test('the order for display has every node once, and each after those that lead to it, loops aside', () => {
	fc.assert(
		fc.property(procedures, (document) => {
			const graph = build(document);
			const order = displayOrder(graph);
			expect(new Set(order).size).toBe(graph.nodes.length);
			expect(order).toHaveLength(graph.nodes.length);
			const other = independent(document);
			const loop = new Map(alg.tarjan(other).flatMap((part, index) => part.map((id) => [id, index])));
			const seen = reached(other, waysIn(document));
			const place = new Map(order.map((node, index) => [node.name, index]));
			for (const { v, w } of other.edges()) {
				if (!seen.has(v) || loop.get(v) === loop.get(w)) continue;
				expect(place.get(v)).toBeLessThan(place.get(w) ?? -1);
			}
		}),
		runs,
	);
});

test('the strongly connected components are those of the library, each before those that lead to it', () => {
	const digraphs = fc.integer({ min: 0, max: 12 }).chain((size) =>
		fc.array(fc.array(fc.nat({ max: Math.max(0, size - 1) }), { maxLength: 4 }), {
			minLength: size,
			maxLength: size,
		}),
	);
	fc.assert(
		fc.property(digraphs, (successors) => {
			const graph = new Graph({ directed: true });
			successors.forEach((targets, from) => {
				graph.setNode(String(from));
				for (const to of targets) graph.setEdge(String(from), String(to));
			});
			const ours = stronglyConnected(successors);
			const text = (part: readonly (number | string)[]) => sorted(part.map(String)).join();
			expect(sorted(ours.map(text))).toEqual(sorted(alg.tarjan(graph).map(text)));
			const place = new Map(ours.flatMap((part, index) => part.map((vertex) => [vertex, index])));
			successors.forEach((targets, from) => {
				for (const to of targets) expect(place.get(to)).toBeLessThanOrEqual(place.get(from) ?? -1);
			});
		}),
		runs,
	);
});
