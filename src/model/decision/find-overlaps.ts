import type { DecisionTable, Row } from './decision-table.ts';
import { intersect, isEmpty, sameSet, type ValueSet } from './value-set.ts';
import { type Witness, witnessEntry } from './witness.ts';

/** Two branches that claim the same values. Rows are places among the branches, from 0. */
export interface Overlap {
	readonly first: number;
	readonly second: number;
	readonly witness: Witness;
	/** Both ask for exactly the same: the condition stands twice. */
	readonly same: boolean;
}

/** What the search for overlaps came to. */
export interface OverlapResult {
	/** By `second`, then `first`; at most `mostOverlaps`. */
	readonly overlaps: readonly Overlap[];
	/** What could not be decided, as it follows "not evaluated:"; null where all was. */
	readonly notEvaluated: string | null;
}

/** Nobody mends more than this in one go. */
export const mostOverlaps = 200;
/** Branches of which every pair is compared. */
export const mostRows = 1_000;

/**
 * Looks for branches that claim the same values. `otherwise` claims only what is left. An input that holds several
 * values tells no branches apart for certain: two branches that both test it are compared only where they test it alike.
 */
export function findOverlaps(table: DecisionTable): OverlapResult {
	const rows = table.rows.filter(({ kind }) => kind === 'tests');
	if (table.notEvaluated !== null) return { overlaps: [], notEvaluated: table.notEvaluated };
	if (rows.length > mostRows)
		return { overlaps: [], notEvaluated: `the table has more than ${mostRows} branches` };
	const overlaps: Overlap[] = [];
	let notEvaluated: string | null = null;
	for (const [later, second] of rows.entries()) {
		for (const first of rows.slice(0, later)) {
			const verdict = compare(table, first, second);
			if (verdict === 'unknown') notEvaluated ??= whyUnknown(table, first, second);
			if (verdict !== 'overlap') continue;
			overlaps.push(show(table, first, second));
			if (overlaps.length === mostOverlaps) return { overlaps, notEvaluated };
		}
	}
	return { overlaps, notEvaluated };
}

function compare({ columns }: DecisionTable, first: Row, second: Row): 'overlap' | 'apart' | 'unknown' {
	let unknown = false;
	for (const [column, { input, whole }] of columns.entries()) {
		const a = first.cells[column] ?? null;
		const b = second.cells[column] ?? null;
		if (a === null || b === null) unknown = true;
		else if (isEmpty(intersect(a, b))) return 'apart';
		else if (input.many && !sameSet(a, b) && !sameSet(a, whole) && !sameSet(b, whole)) return 'apart';
	}
	return unknown ? 'unknown' : 'overlap';
}

function show({ columns }: DecisionTable, first: Row, second: Row): Overlap {
	const cellOf = (row: Row, column: number, whole: ValueSet) => row.cells[column] ?? whole;
	return {
		first: first.index,
		second: second.index,
		witness: columns.map(({ input, whole }, column) =>
			witnessEntry(input, intersect(cellOf(first, column, whole), cellOf(second, column, whole))),
		),
		same: columns.every(({ whole }, column) =>
			sameSet(cellOf(first, column, whole), cellOf(second, column, whole)),
		),
	};
}

function whyUnknown({ opaque, problems }: DecisionTable, first: Row, second: Row): string {
	const note = [...opaque, ...problems].find(({ row }) => row === first.index || row === second.index);
	return note === undefined
		? `branch ${second.index + 1} cannot be analysed`
		: `branch ${note.row + 1} cannot be analysed: ${note.message}`;
}
