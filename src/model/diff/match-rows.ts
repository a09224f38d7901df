/** What tells a row from others; undefined where it says nothing. */
export type RowKey = (row: unknown) => string | undefined;

/** Two rows that are one, by their indexes. */
export interface RowPair {
	readonly before: number;
	readonly after: number;
}

export interface MatchedRows {
	/** In the order of the later list. */
	readonly pairs: readonly RowPair[];
	/** Indexes of rows that only the earlier list has. */
	readonly removed: readonly number[];
	/** Indexes of rows that only the later list has. */
	readonly added: readonly number[];
}

/**
 * Finds which rows of two lists are one and the same: those with the same first key, of what is left those with the same
 * second key, and so on. Where several rows share a key, the first goes with the first. Swapping the lists swaps the answer.
 */
export function matchRows(
	before: readonly unknown[],
	after: readonly unknown[],
	keys: readonly RowKey[],
): MatchedRows {
	const pairs: RowPair[] = [];
	let removed = [...before.keys()];
	let added = [...after.keys()];
	for (const key of keys) {
		const waiting = new Map<string, number[]>();
		const taken = new Map<string, number>();
		for (const index of removed) {
			const name = key(before[index]);
			if (name === undefined) continue;
			const list = waiting.get(name);
			if (list === undefined) waiting.set(name, [index]);
			else list.push(index);
		}
		const found = new Set<number>();
		added = added.filter((index) => {
			const name = key(after[index]);
			if (name === undefined) return true;
			const turn = taken.get(name) ?? 0;
			const partner = waiting.get(name)?.[turn];
			if (partner === undefined) return true;
			taken.set(name, turn + 1);
			pairs.push({ before: partner, after: index });
			found.add(partner);
			return false;
		});
		removed = removed.filter((index) => !found.has(index));
	}
	return { pairs: pairs.sort((a, b) => a.after - b.after), removed, added };
}
