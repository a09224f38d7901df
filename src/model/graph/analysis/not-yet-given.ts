import type { Path } from '../../../diagnostics/path.ts';
import type { Sop } from '../../documents.generated.ts';
import { several } from '../../several.ts';
import type { CertainFacts } from '../certain-facts.ts';
import { hasFact } from '../fact-set.ts';
import type { GraphEdge } from '../graph-edge.ts';
import type { GraphNode } from '../graph-node.ts';
import { type NameFacts, nameFacts, type TrackedUse } from '../name-facts.ts';
import { nameFlow } from '../name-flow.ts';
import { namesGiven, namesOfBranches } from '../names-given.ts';
import type { LookupTable, ProcedureGraph } from '../procedure-graph.ts';

/** A lookup table that would give the name, and what it still lacks. */
export interface UnansweredLookup {
	readonly lookup: LookupTable;
	/** Names of its inputs that are not certain to be given there either. */
	readonly lacks: readonly string[];
}

/** A name of section 6 that is needed before it is certain to be given. */
export interface NotYetGiven {
	readonly name: string;
	/** The step or decision that needs it. */
	readonly node: GraphNode;
	/** Where the name stands. */
	readonly path: Path;
	/** A shortest way on which it is not given; no edges where the node is itself a way in; null beyond the first hundred. */
	readonly way: readonly GraphEdge[] | null;
	/** Steps and decisions that give it, though not on that way. */
	readonly givenBy: readonly GraphNode[];
	readonly lookups: readonly UnansweredLookup[];
	/** Where nothing at all gives it: the other places that need it, which are not reported again. */
	readonly alsoNeededAt: readonly Path[];
}

const mostWays = 100;

function unanswered(
	graph: ProcedureGraph,
	names: NameFacts,
	flow: CertainFacts,
	use: TrackedUse,
): UnansweredLookup[] {
	const giving = graph.lookups.filter(({ source }) => namesOfBranches(source).includes(use.name));
	return giving.map((lookup) => {
		const inputs = [...several(lookup.source.input), ...several(lookup.source.inputs)];
		const lacks = inputs.filter((name) => {
			const fact = names.fact(name);
			return fact !== undefined && !hasFact(flow.at(use.node), fact);
		});
		return { lookup, lacks };
	});
}

/**
 * Places that need an input or output which is not given on some way to them: what a step `needs`, its `only_if`,
 * an input in `by` or `due`, and what decisions test. Inputs with `from` are there from the beginning. Each is
 * reported where a way first needs it; one that nothing gives, once.
 */
export function notYetGiven(sop: Sop, graph: ProcedureGraph): readonly NotYetGiven[] {
	const names = nameFacts(sop, graph);
	if (names.uses.length === 0) return [];
	const flow = nameFlow(graph, names);
	const missing = names.uses.filter((use) => !hasFact(flow.at(use.node), use.fact));
	if (missing.length === 0) return [];

	const givers = new Map<string, GraphNode[]>(missing.map((use) => [use.name, []]));
	for (const node of graph.nodes) for (const name of new Set(namesGiven(node))) givers.get(name)?.push(node);
	const found: NotYetGiven[] = [];
	const nowhere = new Map<string, Path[]>();
	for (const use of missing) {
		const { name, node, path } = use;
		const givenBy = givers.get(name) ?? [];
		const lookups = unanswered(graph, names, flow, use);
		const reported = nowhere.get(name);
		if (reported !== undefined) {
			reported.push(path);
			continue;
		}
		const alsoNeededAt: Path[] = [];
		if (givenBy.length === 0 && lookups.length === 0) nowhere.set(name, alsoNeededAt);
		const way = found.length < mostWays ? flow.wayWithout(node, use.fact) : null;
		found.push({ name, node, path, way, givenBy, lookups, alsoNeededAt });
	}
	return found;
}
