import { alternatives } from './alternatives.ts';
import { displayOrder } from './display-order.ts';
import { addFacts, dropFacts, type FactSet, keepFacts, noFacts, sameFacts } from './fact-set.ts';
import { leadsTo } from './graph-edge.ts';
import type { GraphNode } from './graph-node.ts';
import type { ProcedureGraph } from './procedure-graph.ts';
import { settle } from './settle.ts';

/** What is asked about what comes after a node. */
export interface ComingQuestion {
	readonly size: number;
	/** Facts that begin to hold when a node is started. */
	readonly starting: (node: GraphNode) => FactSet;
	/** Facts of which only what is before this node counts. */
	readonly barred: (node: GraphNode) => FactSet;
	/** Nodes with a way out that nobody knows: it may bring anything. */
	readonly unknownWay: ReadonlySet<GraphNode>;
}

type ByNode = readonly FactSet[];

/** What some way on brings: the least solution. */
function mayCome(graph: ProcedureGraph, question: ComingQuestion, order: readonly GraphNode[]): ByNode {
	const nothing = noFacts(question.size);
	const states = graph.nodes.map(() => nothing);
	const known = ({ index }: GraphNode): FactSet => states[index] ?? nothing;
	settle(order, (node) => {
		const facts = noFacts(question.size);
		if (question.unknownWay.has(node)) facts.fill(0xffffffff);
		for (const edge of graph.outgoing[node.index] ?? []) if (leadsTo(edge)) addFacts(facts, known(edge.to));
		addFacts(facts, question.starting(node));
		dropFacts(facts, question.barred(node));
		const changed = !sameFacts(facts, known(node));
		states[node.index] = facts;
		return changed;
	});
	return states;
}

/**
 * By node index the facts that some way on brings, and that no way on misses unless it ends the procedure before
 * (backward must-analysis, the counterpart of `certainFacts`).
 */
export function certainToCome(graph: ProcedureGraph, question: ComingQuestion): ByNode {
	const order = [...displayOrder(graph)].reverse();
	const maybe = mayCome(graph, question, order);
	const everything = noFacts(question.size).fill(0xffffffff);
	const surely = graph.nodes.map(() => everything);
	const surelyFrom = ({ index }: GraphNode): FactSet => surely[index] ?? everything;
	const certainFrom = (node: GraphNode): FactSet => {
		const facts = surelyFrom(node).slice();
		keepFacts(facts, maybe[node.index] ?? everything);
		return facts;
	};
	const ways = graph.nodes.map((node) => alternatives(graph, node));
	settle(order, (node) => {
		const facts = everything.slice();
		for (const way of ways[node.index] ?? []) {
			const together = everything.slice();
			for (const edge of way) keepFacts(together, surelyFrom(edge.to));
			// All edges of a fork are taken: it is enough that one of them brings it.
			if (way.length > 1) for (const edge of way) addFacts(together, certainFrom(edge.to));
			keepFacts(facts, together);
		}
		for (const edge of graph.outgoing[node.index] ?? []) {
			if (edge.kind === 'follows') addFacts(facts, certainFrom(edge.to));
		}
		addFacts(facts, question.starting(node));
		dropFacts(facts, question.barred(node));
		const changed = !sameFacts(facts, surelyFrom(node));
		surely[node.index] = facts;
		return changed;
	});
	return graph.nodes.map(certainFrom);
}
