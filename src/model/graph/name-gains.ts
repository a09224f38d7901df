import { addFacts, type FactSet, factsOf, keepFacts } from './fact-set.ts';
import type { GraphEdge } from './graph-edge.ts';
import type { GraphNode } from './graph-node.ts';
import type { NameFacts, TrackedUse } from './name-facts.ts';
import { namesGiven, namesOfBranch } from './names-given.ts';
import type { ProcedureGraph } from './procedure-graph.ts';
import { stepCondition } from './step-condition.ts';

/** What becomes certain by leaving nodes. */
export interface NameGains {
	readonly byEdge: (edge: GraphEdge) => FactSet;
	/** By a node being done, in whatever way: for those that wait for it. */
	readonly whenDone: (node: GraphNode) => FactSet;
}

/**
 * Whether what a node that is not passed over gives is certain once the edge is taken. It is when the node is done; for exceptions and
 * escalations, which are done instead; and for decisions offered at a step that has no way of its own, so that it
 * waits for them even when it is done.
 */
function isDoneBy(edge: GraphEdge, graph: ProcedureGraph): boolean {
	if (edge.kind === 'follows') return false;
	if (edge.kind === 'timeout') return edge.to.kind === 'exception';
	if (edge.kind !== 'at') return true;
	const ways = graph.outgoing[edge.from.index] ?? [];
	return !ways.some(({ kind }) => kind === 'next' || kind === 'down' || kind === 'after');
}

/** Works it out once for each node. */
function byNode(work: (node: GraphNode) => FactSet): (node: GraphNode) => FactSet {
	const known = new Map<GraphNode, FactSet>();
	return (node) => {
		const facts = known.get(node) ?? work(node);
		known.set(node, facts);
		return facts;
	};
}

/** `brought` tells what steps that carry out another one can be sure of when it comes back. */
export function nameGains(
	graph: ProcedureGraph,
	names: NameFacts,
	brought: (node: GraphNode) => FactSet | undefined,
): NameGains {
	const uses = new Map<GraphNode, TrackedUse[]>();
	for (const use of names.uses) {
		const known = uses.get(use.node);
		if (known === undefined) uses.set(use.node, [use]);
		else known.push(use);
	}
	// What a node needs counts as given from there on: what is missing is reported where it is first needed.
	const needed = (node: GraphNode, isPassedOver: boolean): readonly number[] =>
		(uses.get(node) ?? []).flatMap((use) =>
			isPassedOver && !use.inCondition ? [] : names.whenGiven(use.name),
		);
	const open = byNode((node) => factsOf(names.size, needed(node, false)));
	const passedOver = byNode((node) =>
		factsOf(names.size, [...needed(node, true), ...names.whenPassedOver(node)]),
	);
	const withGiven = (node: GraphNode, given: readonly string[]): FactSet => {
		const more = brought(node);
		const facts = given.flatMap(names.whenGiven);
		if (more === undefined && facts.length === 0) return open(node);
		const set = factsOf(names.size, facts);
		addFacts(set, open(node));
		if (more !== undefined) addFacts(set, more);
		return set;
	};
	const done = byNode((node) => withGiven(node, namesGiven(node)));
	return {
		byEdge: (edge) => {
			const { from, kind, row } = edge;
			if (kind === 'pass-over') return passedOver(from);
			if (!isDoneBy(edge, graph)) return open(from);
			return from.kind === 'decision' ? withGiven(from, namesOfBranch(from.source, row)) : done(from);
		},
		whenDone: (node) => {
			if (node.kind !== 'step') return open(node);
			if (stepCondition(node) === undefined) return done(node);
			const facts = done(node).slice();
			keepFacts(facts, passedOver(node));
			return facts;
		},
	};
}
