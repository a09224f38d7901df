import { parse } from 'yaml';
import type { Sop } from '../../../src/model/documents.generated.ts';
import { buildProcedureGraph, type ProcedureGraph } from '../../../src/model/graph/procedure-graph.ts';

/** Sections of an SOP from YAML text. */
export function sopOf(text: string): Sop {
	// Tests write what the schema allows, or what it does not on purpose.
	return parse(text) as Sop;
}

export function graphOf(text: string): ProcedureGraph {
	return buildProcedureGraph(sopOf(text));
}

/** Each edge as `from kind to`, in the order of the graph. */
export function edgesOf(graph: ProcedureGraph): string[] {
	return graph.edges.map(({ from, kind, to }) => `${from.name} ${kind} ${to.name}`);
}
