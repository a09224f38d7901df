import { type DecisionTable, readDecisionTable } from '../model/decision/decision-table.ts';
import { type InputDomain, inputDomain } from '../model/decision/input-domain.ts';
import type { Decision, Sop } from '../model/documents.generated.ts';
import { onceFor } from '../model/once-for.ts';
import { rows } from '../model/several.ts';
import type { FileSubject } from './subject.ts';

/** One decision of a document, read as a table for the rules about it. */
export interface ReadDecision {
	/** Its place in section 8, from 0. */
	readonly index: number;
	/** What a message calls it. */
	readonly name: string;
	readonly source: Decision;
	/** Names of its inputs, as written. */
	readonly inputs: readonly string[];
	/** Undefined where an input is unknown or the schema refused a part: then nothing certain can be said. */
	readonly table: DecisionTable | undefined;
}

const known = new WeakMap<Sop, readonly ReadDecision[]>();

/** The decisions of an SOP; read once for all rules that ask. */
export function decisionsOf(subject: FileSubject): readonly ReadDecision[] {
	const { sop } = subject;
	if (sop === undefined) return [];
	const found = known.get(sop) ?? readDecisions(sop, subject);
	known.set(sop, found);
	return found;
}

/** Inputs, and outputs that decisions may test, by name. */
export const domainsOf: (sop: Sop) => ReadonlyMap<string, InputDomain> = onceFor((sop) => {
	const declared = [...rows(sop.inputs), ...rows(sop.outputs)];
	return new Map(declared.flatMap((input) => (input.id ? [[input.id, inputDomain(input)] as const] : [])));
});

/** Names that a decision or a condition tests. */
export function inputNames(form: {
	readonly input?: string;
	readonly inputs?: readonly string[];
}): readonly string[] {
	return form.inputs ?? (form.input === undefined ? [] : [form.input]);
}

function readDecisions(sop: Sop, subject: FileSubject): readonly ReadDecision[] {
	const domains = domainsOf(sop);
	const names = [...domains.keys()];
	return rows(sop.decisions).map((source, index) => {
		const inputs = inputNames(source);
		const columns = inputs.map((name) => domains.get(name)).filter((domain) => domain !== undefined);
		const whole = columns.length === inputs.length && !brokenIn(subject, index);
		const table = whole
			? readDecisionTable(columns, rows(source.branches), subject.library.feel, names)
			: undefined;
		return { index, name: source.id ?? `decision ${index + 1}`, source, inputs, table };
	});
}

/** Whether the schema refused a part of a decision: what is left may mean something else than what was written. */
function brokenIn({ problems }: FileSubject, index: number): boolean {
	return problems.some(
		({ place }) =>
			'path' in place && place.path[0] === 'decisions' && place.path[1] === index && place.path.length > 2,
	);
}
