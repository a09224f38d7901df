import { displayOrder } from './display-order.ts';
import {
	addFacts,
	copyFacts,
	type FactSet,
	hasFact,
	hasFacts,
	keepFacts,
	noFacts,
	sameFacts,
} from './fact-set.ts';
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
	readonly waits?: (node: GraphNode) => readonly { readonly node: GraphNode; readonly gains: FactSet }[];
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
	const { close, size, waits } = question;
	const everything = noFacts(size).fill(0xffffffff);
	const nothing = noFacts(size);
	const states = graph.nodes.map(() => everything);
	const gains = graph.edges.map((edge) => (leadsTo(edge) ? question.gains(edge) : undefined));
	const starts = new Set(question.starts);
	const arriving = noFacts(size);
	const leaving = noFacts(size);

	const stateOf = (node: GraphNode): FactSet => states[node.index] ?? everything;
	/** What is certain once the edge is taken; undefined where it leads nowhere. Good until it is asked again. */
	const after = (edge: GraphEdge): FactSet | undefined => {
		const gained = gains[edge.index];
		if (gained === undefined) return undefined;
		const before = stateOf(edge.from);
		// What a state holds, all that follows from it stands there already.
		if (hasFacts(before, gained)) return before;
		copyFacts(leaving, before);
		addFacts(leaving, gained);
		close?.(leaving);
		return leaving;
	};
	const arrive = (node: GraphNode): FactSet => {
		const isStart = starts.has(node);
		copyFacts(arriving, isStart ? nothing : everything);
		for (const edge of graph.incoming[node.index] ?? []) {
			const facts = after(edge);
			if (facts !== undefined) keepFacts(arriving, facts);
		}
		const waited = waits?.(node) ?? [];
		for (const one of waited) {
			addFacts(arriving, stateOf(one.node));
			addFacts(arriving, one.gains);
		}
		// What is common to sets from which nothing more follows is such a set itself.
		if (isStart || waited.length > 0) close?.(arriving);
		return arriving;
	};

	settle(displayOrder(graph), (node) => {
		const facts = arrive(node);
		if (sameFacts(facts, stateOf(node))) return false;
		states[node.index] = facts.slice();
		return true;
	});

	// Where others are waited for, that one of them was passed over explains more than that another brings nothing.
	const backwards = (node: GraphNode): readonly GraphEdge[] => {
		const edges = graph.incoming[node.index] ?? [];
		if (waits === undefined || waits(node).length === 0) return edges;
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
				if (onward.has(edge.from)) continue;
				const facts = after(edge);
				if (facts !== undefined && !hasFact(facts, fact)) onward.set(edge.from, edge);
			}
		}
		return [];
	};
	return { at: stateOf, wayWithout };
}
