import type { Path } from '../diagnostics/path.ts';
import type { Checklist, Sop, Step } from './documents.generated.ts';
import type { GraphNode } from './graph/graph-node.ts';
import type { ProcedureGraph } from './graph/procedure-graph.ts';
import { type Reference, references } from './graph/references.ts';
import { doersOf } from './raci.ts';
import { rows, several } from './several.ts';

/** A step or an item, and the roles that do it, as the document names them. */
export interface Work {
	readonly name: string;
	readonly doers: readonly string[];
	/** Of an item: the SOP that it carries out. */
	readonly follows?: string | undefined;
}

/** Work that somebody else is to judge: a checkpoint looks at it again, an exception lets it depart from the rule. */
export interface JudgedWork {
	/** Id of the checkpoint or the exception; its place where it has none. */
	readonly name: string;
	/** The key that says who judges. */
	readonly path: Path;
	readonly judges: readonly Reference[];
	readonly works: readonly Work[];
}

/** The checkpoints of section 9 with the steps that they stand at. */
export function checkedWork(sop: Sop): readonly JudgedWork[] {
	const steps = firstById(rows(sop.procedure));
	return rows(sop.quality).map((checkpoint, index) => ({
		name: checkpoint?.id ?? `checkpoint ${index + 1}`,
		path: ['quality', index, 'by'],
		judges: named(checkpoint?.by, ['quality', index, 'by']),
		works: [...new Set(several(checkpoint?.at))].map((id) => ({
			name: id,
			doers: doersOf(steps.get(id) ?? {}),
		})),
	}));
}

/** The exceptions of section 11 of an SOP with the steps at which they stand or from which they are entered. */
export function excusedWork(graph: ProcedureGraph): readonly JudgedWork[] {
	return graph.nodes.flatMap((node): readonly JudgedWork[] => {
		if (node.kind !== 'exception') return [];
		const path = [...node.path, 'approved_by'];
		const judges = named(node.source.approved_by, path);
		return [{ name: node.name, path, judges, works: stepsBefore(graph, node) }];
	});
}

/** The exceptions of section 11 of a checklist with the items at which they stand or that lead to them. */
export function excusedItems(checklist: Checklist): readonly JudgedWork[] {
	const byItem = new Map<string, Work>();
	const byException = new Map<string, Work[]>();
	for (const item of rows(checklist.items)) {
		const work = { name: item.id ?? 'an item', doers: doersOf(item), follows: item.follows };
		if (item.id !== undefined) byItem.set(item.id, work);
		if (item.on_exception !== undefined)
			byException.set(item.on_exception, [...(byException.get(item.on_exception) ?? []), work]);
	}
	return rows(checklist.exceptions).map(({ id, at, approved_by }, index) => ({
		name: id ?? `exception ${index + 1}`,
		path: ['exceptions', index, 'approved_by'],
		judges: named(approved_by, ['exceptions', index, 'approved_by']),
		works: [...several(at).flatMap((item) => byItem.get(item) ?? []), ...(byException.get(id ?? '') ?? [])],
	}));
}

function named(value: string | readonly string[] | undefined, path: Path): readonly Reference[] {
	return references(value, path).filter(({ text }) => text !== '');
}

/** The steps before an exception, by way of a decision too. */
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

/** Of several steps that share an id, which procedure/duplicate-id reports, the first. */
function firstById(steps: readonly Step[]): ReadonlyMap<string, Step> {
	return new Map([...steps].reverse().flatMap((step) => (step.id ? [[step.id, step]] : [])));
}
