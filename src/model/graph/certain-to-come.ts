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
	const facts = noFacts(question.size);
	settle(order, (node) => {
		facts.fill(question.unknownWay.has(node) ? 0xffffffff : 0);
		for (const edge of graph.outgoing[node.index] ?? []) if (leadsTo(edge)) addFacts(facts, known(edge.to));
		addFacts(facts, question.starting(node));
		dropFacts(facts, question.barred(node));
		if (sameFacts(facts, known(node))) return false;
		states[node.index] = facts.slice();
		return true;
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
		const certain = surelyFrom(node).slice();
		keepFacts(certain, maybe[node.index] ?? everything);
		return certain;
	};
	const ways = graph.nodes.map((node) => alternatives(graph, node));
	const facts = noFacts(question.size);
	const together = noFacts(question.size);
	settle(order, (node) => {
		facts.fill(0xffffffff);
		for (const way of ways[node.index] ?? []) {
			together.fill(0xffffffff);
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
		if (sameFacts(facts, surelyFrom(node))) return false;
		surely[node.index] = facts.slice();
		return true;
	});
	return graph.nodes.map(certainFrom);
}
