import type { Problem } from '../../../diagnostics/problem.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import type { GraphNode } from '../../../model/graph/graph-node.ts';
import type { ProcedureGraph } from '../../../model/graph/procedure-graph.ts';
import { references } from '../../../model/graph/references.ts';
import { doersOf } from '../../../model/raci.ts';
import { isSameRole, sectionRoles } from '../../../model/section-roles.ts';
import { rows, several } from '../../../model/several.ts';
import { exampleException } from '../../example-exception.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const selfApproved: FileRule = {
	name: 'exceptions/self-approved',
	severity: 'error',
	summary: 'An exception is approved by a role that does the step it departs from.',
	why: 'Who allows an exception to their own work has no rule to follow. Auditors test first whether the two are kept apart.',
	remedy: 'Let a role approve it that does not do the step.',
	points: 'At the role that approves.',
	clauses: ['coso Principle 10', 'soc-2 CC5.3'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: exampleException('approved_by: clerk', 'limit: once', 'resume: release'),
		good: exampleException('approved_by: controller', 'limit: once', 'resume: release'),
	},
	*check({ sop, checklist, graph }) {
		if (sop && graph) yield* inSop(sop, graph);
		else if (checklist) yield* inChecklist(checklist);
	},
};

interface Work {
	readonly name: string;
	readonly doers: readonly string[];
}

function* inSop(sop: Sop, graph: ProcedureGraph): Generator<Problem> {
	const roles = sectionRoles(sop);
	for (const node of graph.nodes) {
		if (node.kind !== 'exception') continue;
		const steps = stepsBefore(graph, node);
		yield* approvedByDoer(node.source.approved_by, node, steps, (a, b) => isSameRole(roles, a, b));
	}
}

/** The steps at which an exception stands or from which it is entered, by way of a decision too. */
function stepsBefore(graph: ProcedureGraph, exception: GraphNode): readonly Work[] {
	const seen = new Set<GraphNode>([exception]);
	const steps: Work[] = [];
	for (const node of seen) {
		for (const { from } of graph.incoming[node.index] ?? []) {
			if (from.kind === 'step') steps.push({ name: from.name, doers: doersOf(from.source) });
			// Visited in its turn: a set may grow while it is gone through.
			else if (from.kind === 'decision') seen.add(from);
		}
	}
	return steps;
}

function* inChecklist(checklist: Checklist): Generator<Problem> {
	const byItem = new Map<string, Work>();
	const byException = new Map<string, Work[]>();
	for (const item of rows(checklist.items)) {
		const work = { name: item.id ?? 'an item', doers: doersOf(item) };
		if (item.id !== undefined) byItem.set(item.id, work);
		if (item.on_exception !== undefined)
			byException.set(item.on_exception, [...(byException.get(item.on_exception) ?? []), work]);
	}
	for (const [index, { id, at, approved_by }] of rows(checklist.exceptions).entries()) {
		const works = [
			...several(at).flatMap((item) => byItem.get(item) ?? []),
			...(byException.get(id ?? '') ?? []),
		];
		const exception = { name: id ?? `exception ${index + 1}`, path: ['exceptions', index] };
		yield* approvedByDoer(approved_by, exception, works, (a, b) => a === b);
	}
}

function* approvedByDoer(
	approvedBy: string | readonly string[] | undefined,
	exception: Pick<GraphNode, 'name' | 'path'>,
	works: readonly Work[],
	isSame: (a: string, b: string) => boolean,
): Generator<Problem> {
	for (const { text, path } of references(approvedBy, [...exception.path, 'approved_by'])) {
		const own = works.find((work) => work.doers.some((doer) => isSame(doer, text)));
		if (text === '' || own === undefined) continue;
		yield {
			place: { path },
			message: `${text} does ${own.name} and approves the exception ${exception.name} to it`,
		};
	}
}
