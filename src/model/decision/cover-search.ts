import { type Cell, partition } from './partition.ts';
import { sameSet, type ValueSet } from './value-set.ts';

/** Steps a search may take; a table that a person can read needs a few hundred. */
export const searchBudget = 1_000_000;

const mostRows = 2_000;
const mostColumns = 100;
const mostCompared = 256;

/** What a search came to: a cell for each column that together no row holds, or none. */
export type CoverResult =
	| { readonly kind: 'covered' }
	| { readonly kind: 'gap'; readonly cells: readonly (ValueSet | null)[] }
	| { readonly kind: 'too large' };

interface Column {
	readonly index: number;
	readonly cells: readonly Cell[];
	/** Rows that any value of this column passes: bit n for row n. */
	readonly free: bigint;
	readonly tested: number;
}

/**
 * Looks for a combination of values that no row holds. Column by column it goes only into the cells that leave
 * the fewest rows: what a smaller set of rows covers, a larger one covers too. Null in a gap is any value.
 */
export function searchCover(
	wholes: readonly ValueSet[],
	rows: readonly (readonly ValueSet[])[],
): CoverResult {
	if (rows.length > mostRows || wholes.length > mostColumns) return { kind: 'too large' };
	const all = (1n << BigInt(rows.length)) - 1n;
	const columns = wholes.map((whole, index) => readColumn(whole, index, rows));
	// The column that most rows test leaves the fewest rows behind it.
	columns.sort((a, b) => b.tested - a.tested || a.index - b.index);
	/** Rows that every value passes from a depth on. */
	const freeFrom = columns.map((_, depth) =>
		columns.slice(depth).reduce((free, column) => free & column.free, all),
	);
	const covered = columns.map(() => new Set<bigint>());
	const chosen: (ValueSet | null)[] = wholes.map(() => null);
	const weight = 1 + (rows.length >> 6);
	let steps = 0;

	/** True where some combination from this depth on is held by none of the rows. */
	function findsGap(active: bigint, depth: number): boolean {
		if (active === 0n) return true;
		const column = columns[depth];
		if (column === undefined || (active & (freeFrom[depth] ?? all)) !== 0n) return false;
		if ((active & ~column.free) === 0n) return findsGap(active, depth + 1);
		if (covered[depth]?.has(active)) return false;
		for (const { values, holders } of fewestRows(column.cells, active)) {
			if (steps > searchBudget) return false;
			chosen[column.index] = values;
			if (findsGap(holders, depth + 1)) return true;
			chosen[column.index] = null;
		}
		covered[depth]?.add(active);
		return false;
	}

	function fewestRows(cells: readonly Cell[], active: bigint): Cell[] {
		const seen = new Map<bigint, Cell>();
		for (const { values, holders } of cells) {
			const left = holders & active;
			if (!seen.has(left)) seen.set(left, { values, holders: left });
		}
		const distinct = [...seen.values()];
		steps += weight * cells.length;
		// With very many cells the comparison costs more than it spares.
		if (distinct.length > mostCompared) return distinct;
		steps += weight * distinct.length ** 2;
		return distinct.filter(
			({ holders }) =>
				!distinct.some((other) => other.holders !== holders && (other.holders & holders) === other.holders),
		);
	}

	const found = findsGap(all, 0);
	if (found) return { kind: 'gap', cells: chosen };
	return steps > searchBudget ? { kind: 'too large' } : { kind: 'covered' };
}

function readColumn(whole: ValueSet, index: number, rows: readonly (readonly ValueSet[])[]): Column {
	const sets = rows.map((row) => row[index] ?? whole);
	let free = 0n;
	sets.forEach((set, row) => {
		if (sameSet(set, whole)) free |= 1n << BigInt(row);
	});
	const tested = sets.filter((_, row) => ((free >> BigInt(row)) & 1n) === 0n).length;
	return { index, cells: partition(whole, sets), free, tested };
}
