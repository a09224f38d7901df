import type { Path } from '../../../diagnostics/path.ts';
import { certainFacts } from '../certain-facts.ts';
import { factsIn, factsOf, noFacts } from '../fact-set.ts';
import { leadsTo } from '../graph-edge.ts';
import type { GraphNode, StepNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { reachableFrom } from '../reach.ts';
import { stronglyConnected } from '../strongly-connected.ts';

/** Joins of which none can start before another of them has. */
export interface JoinCircle {
	/** The first that says so. */
	readonly step: StepNode;
	/** What it waits for: another join of the circle, or what comes after one. */
	readonly path: Path;
	/** Two or more, in the order of the document. */
	readonly joins: readonly StepNode[];
}

/**
 * Joins that wait for each other, directly or through what every way to a step must pass: one entry for each circle,
 * however large. A join that waits for what only comes after itself is no circle but never started.
 */
export function joinCircles(graph: ProcedureGraph): readonly JoinCircle[] {
	const { joins } = graph;
	if (joins.length < 2) return [];
	const starts = graph.entries.map((entry) => entry.node);
	const reached = reachableFrom(graph, starts, leadsTo);
	const number = new Map<GraphNode, number>(joins.map(({ step }, index) => [step, index]));
	const none = noFacts(joins.length);
	const own = joins.map((_, index) => factsOf(joins.length, [index]));
	const passed = certainFacts(graph, {
		size: joins.length,
		starts,
		gains: ({ from }) => own[number.get(from) ?? -1] ?? none,
	});
	// What every way passes, it passes in one order: the last is the one with the most before it.
	const rank = joins.map(({ step }) => [...factsIn(passed.at(step), joins.length)].length);
	const lastPassed = (node: GraphNode): readonly number[] => {
		if (reached[node.index] !== true) return [];
		let last: number | undefined;
		for (const fact of factsIn(passed.at(node), joins.length)) {
			if (last === undefined || (rank[fact] ?? 0) > (rank[last] ?? 0)) last = fact;
		}
		return last === undefined ? [] : [last];
	};
	const lastStarted = (node: GraphNode): readonly number[] => {
		const itself = number.get(node);
		return itself === undefined ? lastPassed(node) : [itself];
	};
	const needs = joins.map(({ step, waitsFor }) => ({
		byWay: lastPassed(step),
		byWait: waitsFor.map(({ node, path }) => ({ path, joins: lastStarted(node) })),
	}));
	const components = stronglyConnected(
		needs.map(({ byWay, byWait }) => [...byWay, ...byWait.flatMap((wait) => wait.joins)]),
	);
	return components.flatMap((component): JoinCircle[] => {
		if (component.length < 2) return [];
		const members = [...component].sort((a, b) => a - b);
		const inCircle = new Set(component);
		const waiting = members.flatMap((index) =>
			(needs[index]?.byWait ?? [])
				.filter((wait) => wait.joins.some((other) => other !== index && inCircle.has(other)))
				.map(({ path }) => ({ step: joins[index]?.step, path })),
		);
		const [first] = waiting;
		if (first?.step === undefined) return [];
		const steps = members.flatMap((index) => joins[index]?.step ?? []);
		return [{ step: first.step, path: first.path, joins: steps }];
	});
}
