import { several } from '../several.ts';
import { type CertainFacts, certainFacts, type FactQuestion } from './certain-facts.ts';
import { addFacts, type FactSet, factsOf, hasFacts, keepFacts, noFacts, sameFacts } from './fact-set.ts';
import type { GraphNode, StepNode } from './graph-node.ts';
import type { NameFacts } from './name-facts.ts';
import { nameGains } from './name-gains.ts';
import { namesOfBranches } from './names-given.ts';
import type { ProcedureGraph } from './procedure-graph.ts';
import { settle } from './settle.ts';

/** Adds what lookup tables give once their inputs are given, until no table adds more. */
function answerLookups(graph: ProcedureGraph, names: NameFacts): ((facts: FactSet) => void) | undefined {
	const tables = graph.lookups.map(({ source }) => {
		const inputs = [...several(source.input), ...several(source.inputs)];
		const needs = inputs.map(names.fact).filter((fact) => fact !== undefined);
		const gives = namesOfBranches(source).flatMap(names.whenGiven);
		return { needs: factsOf(names.size, needs), gives: factsOf(names.size, gives) };
	});
	if (tables.length === 0) return undefined;
	return (facts) => {
		for (let added = true; added; ) {
			added = false;
			for (const { needs, gives } of tables) {
				if (!hasFacts(facts, needs) || hasFacts(facts, gives)) continue;
				addFacts(facts, gives);
				added = true;
			}
		}
	};
}

/** The question, from those ways in. */
function question(
	graph: ProcedureGraph,
	names: NameFacts,
	starts: readonly GraphNode[],
	brought: ReadonlyMap<GraphNode, FactSet>,
): FactQuestion {
	const gains = nameGains(graph, names, (node) => brought.get(node));
	const close = answerLookups(graph, names);
	const joined = new Map<GraphNode, readonly { readonly node: GraphNode; readonly gains: FactSet }[]>();
	for (const { step, waitsFor } of graph.joins) {
		joined.set(
			step,
			waitsFor.map(({ node }) => ({ node, gains: gains.whenDone(node) })),
		);
	}
	return {
		size: names.size,
		starts,
		gains: gains.byEdge,
		waits: (node) => joined.get(node) ?? [],
		...(close === undefined ? {} : { close }),
	};
}

/** With more of them nothing is said about what they bring: each needs a look at the whole graph. */
const mostCallees = 50;

/** What each step that carries out another one of this document can be sure of when it comes back. */
function broughtByCalls(graph: ProcedureGraph, names: NameFacts): ReadonlyMap<GraphNode, FactSet> {
	const everything = noFacts(names.size).fill(0xffffffff);
	const brought = new Map<GraphNode, FactSet>();
	const callers = new Map<StepNode, StepNode[]>();
	for (const { step, target } of graph.calls) {
		if (target?.kind !== 'step') continue;
		brought.set(step, everything);
		callers.set(target, [...(callers.get(target) ?? []), step]);
	}
	if (callers.size > mostCallees) return brought;
	settle([...callers], ([callee, steps]) => {
		const flow = certainFacts(graph, question(graph, names, [callee], brought));
		const facts = everything.slice();
		for (const end of graph.ends) keepFacts(facts, flow.at(end));
		const changed = steps.some((step) => !sameFacts(facts, brought.get(step) ?? everything));
		for (const step of steps) brought.set(step, facts);
		return changed;
	});
	return brought;
}

/** Which names are certain to be given where, on every way from every way in. */
export function nameFlow(graph: ProcedureGraph, names: NameFacts): CertainFacts {
	const starts = graph.entries.map((entry) => entry.node);
	return certainFacts(graph, question(graph, names, starts, broughtByCalls(graph, names)));
}
