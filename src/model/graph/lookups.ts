import type { Decision, Sop } from '../documents.generated.ts';
import { rows, several } from '../several.ts';

function standsAlone(decision: Decision): boolean {
	return (
		decision.after === undefined &&
		several(decision.at).length === 0 &&
		decision.next === undefined &&
		several(decision.branches).every((branch) => branch?.goto === undefined)
	);
}

/** Every id that a key leads to. Only asked for where a decision might be a lookup table. */
function leadingReferences(sop: Sop): ReadonlySet<string> {
	const found = new Set<string>();
	const add = (value: string | readonly string[] | undefined) => {
		for (const text of several(value)) found.add(text);
	};
	for (const step of rows(sop.procedure)) {
		add(step?.next);
		for (const row of several(step?.timeout)) add(row?.goto);
	}
	for (const decision of rows(sop.decisions)) {
		add(decision?.next);
		for (const branch of several(decision?.branches)) add(branch?.goto);
	}
	for (const row of [...rows(sop.exceptions), ...rows(sop.escalation)]) {
		add(row?.resume);
		add(row?.goto);
	}
	return found;
}

/**
 * Which decisions are lookup tables: without `after`, `at`, `goto` and `next`, and nothing leads to them.
 * Those are no nodes, but answered as soon as their inputs are given.
 */
export function lookupTables(sop: Sop): ReadonlySet<Decision> {
	const alone = rows(sop.decisions).filter((decision) => decision && standsAlone(decision));
	if (alone.length === 0) return new Set();
	const ledTo = leadingReferences(sop);
	return new Set(alone.filter((decision) => decision.id === undefined || !ledTo.has(decision.id)));
}
