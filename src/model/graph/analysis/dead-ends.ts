import type { Path } from '../../../diagnostics/path.ts';
import { several } from '../../several.ts';
import { leadsOn } from '../graph-edge.ts';
import type { DecisionNode, StepNode } from '../graph-node.ts';
import type { ProcedureGraph } from '../procedure-graph.ts';
import { nodesWithBrokenWayOut } from './broken-ways.ts';

/** A place from which nothing leads on though it is no end. */
export interface DeadEnd {
	readonly node: StepNode | DecisionNode;
	/** The branch that leads nowhere where others of its decision do; null for the whole node. */
	readonly branch: number | null;
	readonly path: Path;
}

function deadBranches(graph: ProcedureGraph, node: DecisionNode): readonly DeadEnd[] {
	const edges = graph.outgoing[node.index] ?? [];
	const branches = several(node.source.branches);
	// Without any branches the schema has spoken already.
	if (branches.length === 0 && node.source.branches === undefined) return [];
	if (!edges.some(leadsOn)) return [{ node, branch: null, path: node.path }];
	// Another decision is taken after this one, whatever the answer.
	if (edges.some((edge) => edge.kind === 'after')) return [];
	return branches.flatMap((branch, row): DeadEnd[] => {
		if (branch?.goto !== undefined || edges.some((edge) => edge.row === row || edge.row === null)) return [];
		return [{ node, branch: row, path: [...node.path, 'branches', row] }];
	});
}

/**
 * Steps, decisions and single branches that lead nowhere. An answer of an `at` decision may lead nowhere, that is to
 * stay, unless all do. An exception without a way back has a rule of its own, and an escalation goes back by itself.
 */
export function deadEnds(graph: ProcedureGraph): readonly DeadEnd[] {
	const broken = nodesWithBrokenWayOut(graph);
	return graph.nodes.flatMap((node): readonly DeadEnd[] => {
		if (node.kind === 'step' && !broken.has(node)) {
			const leads = graph.outgoing[node.index]?.some(leadsOn) ?? false;
			return leads ? [] : [{ node, branch: null, path: node.path }];
		}
		if (node.kind !== 'decision') return [];
		const dead = deadBranches(graph, node);
		return broken.has(node) ? dead.filter((one) => one.branch !== null) : dead;
	});
}
