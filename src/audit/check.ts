import { type Result, resultOf } from './result.ts';

/** One thing that a check looked at. */
export interface CheckItem {
	/** What an auditor finds it by: `SOP-FIN-001@2.1`, the path of a record. */
	readonly key: string;
	/** Ids of the documents that the words are drawn from: where one is withheld, so are they. */
	readonly of: readonly string[];
	readonly result: Result;
	/** Why, as a clause without a full stop; empty where it holds. */
	readonly detail: string;
}

/** One question of an auditor, answered. */
export interface Check {
	/** `family/statement`, the same in every packet. */
	readonly name: string;
	/** The statement that holds or does not, as a sentence without a full stop. */
	readonly asks: string;
	readonly result: Result;
	/** How many items were looked at, and what became of them. */
	readonly counts: {
		readonly looked: number;
		readonly holds: number;
		readonly doesNotHold: number;
		readonly notEvaluated: number;
	};
	/** Why it was not evaluated, and what would cure that; null where it was. */
	readonly cause: string | null;
	readonly cure: string | null;
	/** The items that do not hold, and those not evaluated, in the order of their keys. */
	readonly items: readonly CheckItem[];
}

/** What a check is made from. */
export interface CheckInput extends Pick<Check, 'name' | 'asks'> {
	readonly items: readonly CheckItem[];
	/** What would make items that could not be evaluated so. */
	readonly cure?: string;
}

const nothingOccurred = 'nothing of the kind occurred in the period';

/** Whether a check is open for no other cause than that there was nothing to look at. */
export function foundNothing({ cause, counts }: Check): boolean {
	return counts.looked === 0 && cause === nothingOccurred;
}

/**
 * A check that looked at one thing more, which cannot be evaluated. It was open of nothing else: all others hold, or there
 * are none.
 */
export function withOpenItem(
	check: Check,
	{ key, cause, cure }: { readonly key: string; readonly cause: string; readonly cure: string },
): Check {
	const { looked, notEvaluated: open } = check.counts;
	return {
		...check,
		result: 'not evaluated',
		counts: { ...check.counts, looked: looked + 1, notEvaluated: open + 1 },
		cause,
		cure,
		items: [...check.items, { key, of: [], result: 'not evaluated', detail: cause }],
	};
}

/** A check of which nothing can be seen: what it found is no answer, whether it speaks for or against. */
export function unseenCheck(
	check: Check,
	{ key, cause, cure }: { readonly key: string; readonly cause: string; readonly cure: string },
): Check {
	return {
		...check,
		result: 'not evaluated',
		counts: { looked: 1, holds: 0, doesNotHold: 0, notEvaluated: 1 },
		cause,
		cure,
		items: [{ key, of: [], result: 'not evaluated', detail: cause }],
	};
}

/**
 * A check over items. Where there is none of the kind it is not evaluated: that nothing happened proves nothing of how
 * it would have been done (as service auditors report it: "no occurrences during the period").
 */
export function checkOf({ name, asks, items, cure }: CheckInput): Check {
	const count = (result: Result) => items.filter((one) => one.result === result).length;
	const result = resultOf(items.map((one) => one.result));
	const open = items.filter((one) => one.result === 'not evaluated');
	const [first] = open;
	return {
		name,
		asks,
		result,
		counts: {
			looked: items.length,
			holds: count('holds'),
			doesNotHold: count('does not hold'),
			notEvaluated: open.length,
		},
		cause:
			items.length === 0
				? nothingOccurred
				: first === undefined
					? null
					: open.every(({ detail }) => detail === first.detail)
						? first.detail
						: `${open.length} of ${items.length} could not be evaluated: each says why`,
		cure: items.length === 0 || first === undefined ? null : (cure ?? null),
		items: items
			.filter((one) => one.result !== 'holds')
			.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
	};
}

/** A check that nothing here can answer, with its cause and what would cure it. */
export function notEvaluated(name: string, asks: string, cause: string, cure: string): Check {
	return {
		name,
		asks,
		result: 'not evaluated',
		counts: { looked: 0, holds: 0, doesNotHold: 0, notEvaluated: 0 },
		cause,
		cure,
		items: [],
	};
}
