import type { Sop } from '../documents.generated.ts';
import { rows, several } from '../several.ts';
import { conditionWords } from './condition-words.ts';
import type { GraphNode } from './graph-node.ts';
import { type NameUse, nameUses } from './name-uses.ts';
import type { ProcedureGraph } from './procedure-graph.ts';
import { stepCondition } from './step-condition.ts';

/** A name of section 6 that something must give, at a place that needs it. */
export interface TrackedUse extends NameUse {
	readonly node: GraphNode;
	/** The fact that must hold there: that it is given, or given where the condition of the step holds. */
	readonly fact: number;
}

/** The facts "NAME is given" for each name that matters, and "NAME is given wherever CONDITION holds". */
export interface NameFacts {
	readonly size: number;
	readonly uses: readonly TrackedUse[];
	/** That a name is given; undefined for one that is there from the beginning, or that is none of section 6. */
	readonly fact: (name: string) => number | undefined;
	/** All that is certain once a name is given. */
	readonly whenGiven: (name: string) => readonly number[];
	/** All that is certain where the condition of a step does not hold. */
	readonly whenPassedOver: (node: GraphNode) => readonly number[];
}

/** Names that are not there from the beginning: inputs without `from`, and outputs. */
function namesToBeGiven(sop: Sop): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { id } of [...rows(sop.inputs), ...rows(sop.outputs)].filter(Boolean))
		if (id !== undefined) names.add(id);
	for (const { id, from } of rows(sop.inputs).filter(Boolean))
		if (id !== undefined && from !== undefined) names.delete(id);
	return names;
}

function conditionText(node: GraphNode): string | null {
	const condition = stepCondition(node);
	return condition === undefined ? null : conditionWords(condition).trim();
}

/** Places that need a name that something must give; of several in one node that need the same, the first. */
function usesToCheck(
	sop: Sop,
	graph: ProcedureGraph,
	names: ReadonlySet<string>,
): readonly (NameUse & { readonly node: GraphNode })[] {
	const roles = new Set(rows(sop.roles).map((role) => role?.id));
	const found: (NameUse & { readonly node: GraphNode })[] = [];
	for (const node of graph.nodes) {
		const before = found.length;
		for (const { name, path, inCondition, asRole } of nameUses(node, names)) {
			if (asRole && roles.has(name)) continue;
			let seen = before;
			while (seen < found.length && found[seen]?.name !== name) seen++;
			if (seen === found.length) found.push({ name, path, inCondition, asRole, node });
		}
	}
	return found;
}

/** Numbers the facts. A step may lean on another under the very same condition: both are passed over or neither is. */
export function nameFacts(sop: Sop, graph: ProcedureGraph): NameFacts {
	const names = namesToBeGiven(sop);
	const none: readonly number[] = [];
	const facts = new Map<string, number>();
	const byCondition = new Map<string, number[]>();
	const byName = new Map<string, number[]>();
	let size = 0;
	const factOf = (name: string): number => {
		const known = facts.get(name);
		if (known !== undefined) return known;
		facts.set(name, size);
		byName.set(name, [size]);
		return size++;
	};
	const factWhere = (condition: string, name: string): number => {
		byName.get(name)?.push(size);
		const list = byCondition.get(condition);
		if (list === undefined) byCondition.set(condition, [size]);
		else list.push(size);
		return size++;
	};
	const uses = usesToCheck(sop, graph, names).map((use): TrackedUse => {
		const { name, path, inCondition, asRole, node } = use;
		const given = factOf(name);
		const condition = inCondition ? null : conditionText(node);
		const fact = condition === null ? given : factWhere(condition, name);
		return { name, path, inCondition, asRole, node, fact };
	});
	for (const { source } of graph.lookups) {
		for (const name of [...several(source.input), ...several(source.inputs)])
			if (names.has(name)) factOf(name);
	}
	return {
		size,
		uses,
		fact: (name) => facts.get(name),
		whenGiven: (name) => byName.get(name) ?? none,
		whenPassedOver: (node) => byCondition.get(conditionText(node) ?? '') ?? none,
	};
}
