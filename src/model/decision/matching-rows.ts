import type { DecisionTable, Row } from './decision-table.ts';
import type { Value } from './input-domain.ts';
import { contains } from './value-set.ts';

/** Which branches given values lead to. Rows are places among the branches, from 0. */
export interface Matches {
	/** Branches whose tests all hold; `otherwise` where certainly no other does. */
	readonly rows: readonly number[];
	/** Branches of which that cannot be said: in words, or not to be analysed. */
	readonly unknown: readonly number[];
}

/**
 * Answers a decision: `values` holds one entry for each input, in their order; an input with several values has a list,
 * and its test holds if any of them passes.
 */
export function matchingRows(table: DecisionTable, values: readonly (Value | readonly Value[])[]): Matches {
	const verdicts = table.rows.map((row) => ({ row, holds: rowHolds(row, values) }));
	const rows = verdicts.filter(({ holds }) => holds === true).map(({ row }) => row.index);
	const unknown = verdicts.filter(({ holds }) => holds === null).map(({ row }) => row.index);
	if (rows.length > 0) return { rows, unknown };
	const rest = table.rows.filter(({ kind }) => kind === 'otherwise').map(({ index }) => index);
	return unknown.length > 0 ? { rows, unknown: [...unknown, ...rest] } : { rows: rest, unknown };
}

/** Null where it cannot be said. */
function rowHolds({ kind, cells }: Row, values: readonly (Value | readonly Value[])[]): boolean | null {
	if (kind === 'otherwise') return false;
	if (kind !== 'tests' || cells.length === 0) return null;
	let unknown = false;
	for (const [column, set] of cells.entries()) {
		if (set === null) unknown = true;
		else if (![values[column] ?? []].flat().some((value) => contains(set, value))) return false;
	}
	return unknown ? null : true;
}
