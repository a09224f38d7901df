import type { Path } from '../../../diagnostics/path.ts';
import { certainFacts } from '../certain-facts.ts';
import { certainToCome } from '../certain-to-come.ts';
import { addFact, addFacts, type FactSet, hasFact, noFacts } from '../fact-set.ts';
import type { GraphEdge } from '../graph-edge.ts';
import type { GraphNode, StepNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { nodesWithBrokenWayOut } from './broken-ways.ts';
import { excludeEachOther } from './exclude-each-other.ts';
import { joinCircles } from './join-circles.ts';

/** One that a join waits for though it is not always started. */
export interface MissingAtJoin {
	readonly node: GraphNode;
	/** Where `waits_for` names it. */
	readonly path: Path;
	/** A way to the join that does not start it; no edges where the join is itself a way in; null beyond the first hundred. */
	readonly way: readonly GraphEdge[] | null;
}

/** A step that waits for ever, at least on one way. */
export type StuckJoin =
	| {
			readonly reason: 'not started';
			readonly step: StepNode;
			/** All that is not always started, at least one. */
			readonly missing: readonly [MissingAtJoin, ...MissingAtJoin[]];
			/** Two of them that are never both started; null where there are no such two. */
			readonly excluding: readonly [GraphNode, GraphNode] | null;
	  }
	| {
			readonly reason: 'circle';
			readonly step: StepNode;
			/** Where it waits for another of the circle, or for what comes after that one. */
			readonly path: Path;
			/** Joins of which none can start before another has; in the order of the document. */
			readonly circle: readonly StepNode[];
	  };

const mostWays = 100;

interface Wait {
	readonly join: StepNode;
	readonly node: GraphNode;
	readonly path: Path;
}

/** The facts "it is started before the join", one for each wait, by the step that waits or the node that is waited for. */
function factsBy(waits: readonly Wait[], side: 'join' | 'node'): (node: GraphNode) => FactSet {
	const none = noFacts(waits.length);
	const sets = new Map<GraphNode, FactSet>();
	waits.forEach((wait, fact) => {
		const set = sets.get(wait[side]) ?? noFacts(waits.length);
		addFact(set, fact);
		sets.set(wait[side], set);
	});
	return (node) => sets.get(node) ?? none;
}

/** What is certain to be started besides when an edge is taken: by the other edges of its fork, by what its step carries out. */
function besides(
	graph: ProcedureGraph,
	coming: readonly FactSet[],
	size: number,
): (edge: GraphEdge) => FactSet {
	const byFork = new Map<number, FactSet>();
	const byCaller = new Map<GraphNode, FactSet>();
	const none = noFacts(size);
	for (const { fork, kind, from, to } of graph.edges) {
		const facts = fork !== null ? byFork.get(fork) : byCaller.get(from);
		if (fork === null && kind !== 'follows') continue;
		const together = facts ?? noFacts(size);
		addFacts(together, coming[to.index] ?? none);
		if (fork !== null) byFork.set(fork, together);
		else byCaller.set(from, together);
	}
	return ({ fork, kind, from }) => {
		if (fork !== null) return byFork.get(fork) ?? none;
		return (kind === 'follows' ? undefined : byCaller.get(from)) ?? none;
	};
}

/** By join, what on some way is neither started before nor together with what leads to the join. */
function notStarted(graph: ProcedureGraph): ReadonlyMap<GraphNode, readonly MissingAtJoin[]> {
	const waits = graph.joins.flatMap(({ step, waitsFor }) =>
		waitsFor.map((one): Wait => ({ join: step, ...one })),
	);
	const size = waits.length;
	const starting = factsBy(waits, 'node');
	const unknownWay = nodesWithBrokenWayOut(graph);
	const coming = certainToCome(graph, { size, starting, barred: factsBy(waits, 'join'), unknownWay });
	const startedBesides = besides(graph, coming, size);
	const started = certainFacts(graph, {
		size,
		starts: graph.entries.map((entry) => entry.node),
		gains: (edge) => {
			const facts = starting(edge.from).slice();
			addFacts(facts, startedBesides(edge));
			return facts;
		},
	});
	const missing = new Map<GraphNode, MissingAtJoin[]>();
	let ways = 0;
	waits.forEach(({ join, node, path }, fact) => {
		if (hasFact(started.at(join), fact)) return;
		const way = ways++ < mostWays ? started.wayWithout(join, fact) : null;
		const list = missing.get(join);
		if (list === undefined) missing.set(join, [{ node, path, way }]);
		else list.push({ node, path, way });
	});
	return missing;
}

/**
 * Joins that wait for a step which on some way is not started, and joins that wait for each other. Started is enough:
 * a step that is passed over by `only_if`, or left by a timeout or an exception, counts as done. One entry for each
 * join, and one for each circle of them.
 */
export function stuckJoins(graph: ProcedureGraph): readonly StuckJoin[] {
	if (graph.joins.length === 0) return [];
	const missing = notStarted(graph);
	const stuck = graph.joins.flatMap(({ step }): StuckJoin[] => {
		const [first, ...others] = missing.get(step) ?? [];
		if (first === undefined) return [];
		const nodes = [first, ...others].map((one) => one.node);
		const excluding = excludeEachOther(graph, step, nodes);
		return [{ reason: 'not started', step, missing: [first, ...others], excluding }];
	});
	for (const { step, path, joins } of joinCircles(graph)) {
		if (joins.some((join) => missing.has(join))) continue;
		stuck.push({ reason: 'circle', step, path, circle: joins });
	}
	return stuck;
}
