import { hasPlainKeys } from '../../model/decision/plain-keys.ts';
import type { Automation, Sop } from '../../model/documents.generated.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { rows, several } from '../../model/several.ts';

/** What one text of an SOP says that bears on automating it. */
export interface ProcedureFacts {
	readonly title: string | null;
	readonly function: string | null;
	readonly owner: string | null;
	readonly version: string;
	/** Authors and day of the row of the change log about this version. */
	readonly authors: readonly string[];
	readonly date: string | null;
	/** The steps by their ids (by their place where they have none), each with its whole content as a text. */
	readonly steps: Readonly<Record<string, string>>;
	/** Steps that lack a criterion for being done, or that need or give something without a type. */
	readonly looseSteps: readonly string[];
	readonly decisions: number;
	/** Decisions whose every condition can be tested by a machine. */
	readonly typedDecisions: number;
	/** How many inputs and outputs section 6 names. */
	readonly inputs: number;
	readonly automation: Automation | null;
}

/** Takes the facts out of a text; null where it is no SOP that can be read. */
export function procedureFactsOf({ kind, checked }: ReadDocument): ProcedureFacts | null {
	if (kind !== 'sop' || typeof checked !== 'object' || checked === null) return null;
	// `checked` passed the schema of an SOP, and any key of it may be absent.
	const sop = checked as Sop;
	const steps = rows(sop.procedure);
	const version = sop.version === undefined ? '' : String(sop.version);
	const row = rows(sop.change_log).find((one) => String(one.version) === version);
	const typed = new Set(rows(sop.inputs).flatMap(({ id, type }) => (type === undefined ? [] : (id ?? []))));
	const outputs = new Set(rows(sop.outputs).flatMap(({ id }) => id ?? []));
	const nameOf = (at: number) => steps[at]?.id ?? `step ${at + 1}`;
	return {
		title: sop.title ?? null,
		function: sop.function ?? null,
		owner: sop.owner ?? null,
		version,
		authors: several(row?.author),
		date: row?.date ?? null,
		steps: Object.fromEntries(steps.map((step, at) => [nameOf(at), JSON.stringify(step)])),
		looseSteps: steps.flatMap((step, at) => {
			const data = [...several(step.needs), ...several(step.gives).filter((one) => !outputs.has(one))];
			const isWhole = several(step.done_when).length > 0 && data.every((one) => typed.has(one));
			return isWhole ? [] : [nameOf(at)];
		}),
		decisions: rows(sop.decisions).length,
		typedDecisions: rows(sop.decisions).filter(({ branches }) => isTyped(rows(branches))).length,
		inputs: rows(sop.inputs).length + rows(sop.outputs).length,
		automation: sop.automation ?? null,
	};
}

type Branches = NonNullable<NonNullable<Extract<Sop['decisions'], readonly unknown[]>[number]>['branches']>;

/** `otherwise` is what is left of conditions that can be tested; by itself it decides nothing. */
function isTyped(branches: Branches | readonly never[]): boolean {
	const conditions = branches.filter((one) => one.otherwise === undefined);
	return (
		conditions.length > 0 &&
		conditions.every((one) => one.if === undefined && (one.test !== undefined || hasPlainKeys(one)))
	);
}
