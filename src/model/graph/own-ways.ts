import { addEdge, endNode, type GraphDraft, resolve } from './graph-draft.ts';
import type { GraphNode, StepNode } from './graph-node.ts';
import { references } from './references.ts';
import { stepCondition } from './step-condition.ts';
import { hasTrigger } from './triggers.ts';

/** What keeps a step from going to the one below: decisions taken after it, or offered while it is open. */
interface Surroundings {
	readonly decisionsAfter: ReadonlyMap<GraphNode, readonly GraphNode[]>;
	readonly offered: ReadonlySet<GraphNode>;
}

function surroundings(draft: GraphDraft): Surroundings {
	const decisionsAfter = new Map<GraphNode, GraphNode[]>();
	const offered = new Set<GraphNode>();
	for (const { kind, from, to } of draft.edges) {
		if (kind === 'at') offered.add(from);
		if (kind !== 'after') continue;
		const list = decisionsAfter.get(from);
		if (list === undefined) decisionsAfter.set(from, [to]);
		else list.push(to);
	}
	return { decisionsAfter, offered };
}

/** The step below; the end where there is none or where it has a trigger of its own. */
function below(draft: GraphDraft, step: StepNode): GraphNode {
	// Steps are the first nodes, so their indexes are those of `steps`.
	const next = draft.steps[step.index + 1];
	return next === undefined || hasTrigger(next) ? endNode(draft, null, step.path) : next;
}

/** Draws the way of a step that is done; gives what its `next` names, undefined where it has none. */
function addWayWhenDone(
	draft: GraphDraft,
	step: StepNode,
	around: Surroundings,
): readonly GraphNode[] | undefined {
	const next = references(step.source.next, [...step.path, 'next']);
	const fork = next.length > 1 ? draft.forks++ : null;
	const targets: GraphNode[] = [];
	for (const reference of next) {
		const target = resolve(draft, reference, 'next', step);
		if (target === undefined) continue;
		targets.push(target);
		addEdge(draft, step, target, 'next', reference.path, null, fork);
	}
	if (next.length > 0) return targets;
	if (around.offered.has(step) || around.decisionsAfter.has(step)) return undefined;
	addEdge(draft, step, below(draft, step), 'down', step.path);
	return undefined;
}

/**
 * Draws the way of a step whose `only_if` does not hold: its `next`, else the step below, for there is nothing
 * the decision after it could be about. Only where that would be the sibling of a fork, or where the step does not
 * fall through, the decision is next.
 */
function addWayWhenPassedOver(
	draft: GraphDraft,
	step: StepNode,
	next: readonly GraphNode[] | undefined,
	around: Surroundings,
	startedInFork: boolean,
): void {
	if (stepCondition(step) === undefined) return;
	const decisions = around.decisionsAfter.get(step) ?? [];
	const toDecision = around.offered.has(step) || (startedInFork && decisions.length > 0);
	const targets = next ?? (toDecision ? decisions : [below(draft, step)]);
	const fork = next !== undefined && next.length > 1 ? draft.forks++ : null;
	for (const target of targets) {
		addEdge(draft, step, target, 'pass-over', [...step.path, 'only_if'], null, fork);
	}
}

/** The own ways of all steps: when done, and when passed over. The edges of decisions must stand already. */
export function addOwnWays(draft: GraphDraft): void {
	const around = surroundings(draft);
	const written = draft.steps.map((step) => addWayWhenDone(draft, step, around));
	const startedInFork = new Set<GraphNode>();
	for (const edge of draft.edges) if (edge.fork !== null) startedInFork.add(edge.to);
	draft.steps.forEach((step, index) => {
		addWayWhenPassedOver(draft, step, written[index], around, startedInFork.has(step));
	});
}
