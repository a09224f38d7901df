import type { Checklist, Sop } from '../model/documents.generated.ts';
import { buildProcedureGraph, type ProcedureGraph } from '../model/graph/procedure-graph.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { Locator } from '../source/locator.ts';
import type { FileSubject, LibraryFacts } from './subject.ts';

/** What the engine needs of a subject beyond what rules see: which options the running rule has. */
export interface RunningSubject extends FileSubject {
	optionsOfRule: Readonly<Record<string, unknown>>;
}

/** The view of one file that all rules share; graph and positions are worked out at first use. */
export function fileSubject(read: ReadDocument, library: LibraryFacts): RunningSubject {
	const isMap = typeof read.checked === 'object' && read.checked !== null && !Array.isArray(read.checked);
	// `checked` holds only parts that passed the schema of its kind, so it has the generated type of that kind.
	const sop = read.kind === 'sop' && isMap ? (read.checked as Sop) : undefined;
	const checklist = read.kind === 'checklist' && isMap ? (read.checked as Checklist) : undefined;
	let graph: ProcedureGraph | undefined;
	let locator: Locator | undefined;
	return {
		...read,
		sop,
		checklist,
		document: sop ?? checklist,
		library,
		optionsOfRule: {},
		get graph() {
			if (sop !== undefined) graph ??= buildProcedureGraph(sop);
			return graph;
		},
		get source() {
			locator ??= new Locator(read.text);
			return locator;
		},
		option<T>(name: string): T {
			// The config schema and the rule's default give the option its type.
			return this.optionsOfRule[name] as T;
		},
	};
}
