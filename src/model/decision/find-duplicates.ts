import type { DecisionTable, Row } from './decision-table.ts';
import { sameSet } from './value-set.ts';

/** A branch whose condition stood before. Rows are places among the branches, from 0. */
export interface Duplicate {
	/** The first branch with this condition. */
	readonly first: number;
	readonly second: number;
}

/**
 * Branches that ask for the same as one before them: the same values, or in words the same text, whatever its case and
 * spaces. A second `otherwise` is one too.
 */
export function findDuplicates({ rows }: DecisionTable): Duplicate[] {
	return rows.flatMap((second, index) => {
		const first = rows.slice(0, index).find((row) => asksTheSame(row, second));
		return first === undefined ? [] : [{ first: first.index, second: second.index }];
	});
}

function asksTheSame(a: Row, b: Row): boolean {
	if (a.kind !== b.kind || a.kind === 'none') return false;
	if (a.wording === b.wording) return true;
	if (a.kind !== 'tests' || a.cells.length === 0 || a.cells.length !== b.cells.length) return false;
	return a.cells.every((set, column) => {
		const other = b.cells[column] ?? null;
		return set !== null && other !== null && sameSet(set, other);
	});
}
