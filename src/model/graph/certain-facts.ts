import { displayOrder } from './display-order.ts';
import { addFacts, type FactSet, hasFact, keepFacts, noFacts, sameFacts } from './fact-set.ts';
import { type GraphEdge, leadsTo } from './graph-edge.ts';
import type { GraphNode } from './graph-node.ts';
import type { ProcedureGraph } from './procedure-graph.ts';
import { settle } from './settle.ts';

/** What is asked about a procedure. */
export interface FactQuestion {
	/** Facts are numbers from 0 up to this, not included. */
	readonly size: number;
	/** Where ways begin; nothing is certain there but what follows from nothing. */
	readonly starts: readonly GraphNode[];
	/** What becomes certain by leaving a node over an edge. */
	readonly gains: (edge: GraphEdge) => FactSet;
	/** Those that a node waits for, and what their being done makes certain besides what was certain there. */
	readonly waits?: (node: GraphNode) => Iterable<{ readonly node: GraphNode; readonly gains: FactSet }>;
	/** Adds what follows from the facts of a set. */
	readonly close?: (facts: FactSet) => void;
}

/** What is certain on every way. What no way leads to counts as knowing everything. */
export interface CertainFacts {
	readonly at: (node: GraphNode) => FactSet;
	/** A shortest way to the node on which the fact does not hold; no edges where the node is itself a start. */
	readonly wayWithout: (node: GraphNode, fact: number) => readonly GraphEdge[];
}

/**
 * The greatest solution of "certain on arrival is what is certain after every edge that leads here" (forward
 * must-analysis, Kildall 1973), by rounds over the nodes in an order in which one round does unless there are loops.
 */
export function certainFacts(graph: ProcedureGraph, question: FactQuestion): CertainFacts {
	const { close } = question;
	const everything = noFacts(question.size).fill(0xffffffff);
	const states = graph.nodes.map(() => everything);
	const incoming = graph.incoming.map((edges) => edges.filter(leadsTo));
	const gains = new Map(incoming.flat().map((edge) => [edge, question.gains(edge)]));
	const starts = new Set(question.starts);

	const stateOf = (node: GraphNode): FactSet => states[node.index] ?? everything;
	const after = (edge: GraphEdge): FactSet => {
		const facts = stateOf(edge.from).slice();
		addFacts(facts, gains.get(edge) ?? everything);
		close?.(facts);
		return facts;
	};
	const arrive = (node: GraphNode): FactSet => {
		const facts = starts.has(node) ? noFacts(question.size) : everything.slice();
		for (const edge of incoming[node.index] ?? []) {
			keepFacts(facts, after(edge));
		}
		for (const waited of question.waits?.(node) ?? []) {
			addFacts(facts, stateOf(waited.node));
			addFacts(facts, waited.gains);
		}
		close?.(facts);
		return facts;
	};

	settle(displayOrder(graph), (node) => {
		const facts = arrive(node);
		const changed = !sameFacts(facts, stateOf(node));
		states[node.index] = facts;
		return changed;
	});

	// Where others are waited for, that one of them was passed over explains more than that another brings nothing.
	const backwards = (node: GraphNode): readonly GraphEdge[] => {
		const edges = incoming[node.index] ?? [];
		if (question.waits === undefined || [...question.waits(node)].length === 0) return edges;
		return [...edges.filter(({ kind }) => kind === 'pass-over'), ...edges];
	};
	const wayWithout = (node: GraphNode, fact: number): readonly GraphEdge[] => {
		const onward = new Map<GraphNode, GraphEdge | undefined>([[node, undefined]]);
		// The map grows while it is walked: nearest nodes first.
		for (const [reached] of onward) {
			if (starts.has(reached)) {
				const way: GraphEdge[] = [];
				for (let edge = onward.get(reached); edge !== undefined; edge = onward.get(edge.to)) way.push(edge);
				return way;
			}
			for (const edge of backwards(reached)) {
				if (!onward.has(edge.from) && !hasFact(after(edge), fact)) onward.set(edge.from, edge);
			}
		}
		return [];
	};
	return { at: stateOf, wayWithout };
}
