import type { Value } from './input-domain.ts';

/** These values, or with `except` all but these. Each value stands once. */
export interface Members {
	readonly except: boolean;
	readonly values: readonly Value[];
}

/** All values of either. */
export function uniteMembers(a: Members, b: Members): Members {
	if (a.except) return { except: true, values: chosen(a.values, b, false) };
	if (b.except) return uniteMembers(b, a);
	return { except: false, values: [...new Set([...a.values, ...b.values])] };
}

/** The values of both, in the order of `a` where it lists them. */
export function intersectMembers(a: Members, b: Members): Members {
	if (!a.except) return { except: false, values: chosen(a.values, b, true) };
	if (!b.except) return intersectMembers(b, a);
	return { except: true, values: [...new Set([...a.values, ...b.values])] };
}

/** Whether a value is among them. */
export function memberHolds(members: Members, value: Value): boolean {
	return members.values.includes(value) !== members.except;
}

/** Whether both mean the same values, in whatever order. */
export function sameMembers(a: Members, b: Members): boolean {
	if (a.except !== b.except || a.values.length !== b.values.length) return false;
	return chosen(a.values, { except: false, values: b.values }, true).length === a.values.length;
}

function chosen(values: readonly Value[], by: Members, held: boolean): Value[] {
	const named = new Set(by.values);
	return values.filter((value) => (named.has(value) !== by.except) === held);
}
