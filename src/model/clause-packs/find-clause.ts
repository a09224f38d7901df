import type { Clause, ClausePack } from './clause-pack.ts';

/** Whether a pack has a clause: `not held` where it does not claim to know all of that kind. */
export type ClauseState = 'in force' | 'superseded' | 'unknown' | 'not held';

export interface FoundClause {
	readonly state: ClauseState;
	/** The clause, or the one that the part belongs to. */
	readonly clause?: Clause;
}

/** Clauses of each pack by their key, made when first asked for and kept with the pack. */
const indexes = new WeakMap<ClausePack, ReadonlyMap<string, Clause>>();

/** The number of a clause so that every way to write it gives one text: `7.5.2 a)`, `7.5.2(a)` and `7.5.2 A` are `7.5.2a`. */
export function clauseKey(number: string): string {
	return number
		.toLowerCase()
		.replace(/[()\s]+/g, '.')
		.replace(/\.{2,}/g, '.')
		.replace(/(?<=[a-z])\.|\.(?=[a-z])|\.$|^\./g, '');
}

/** Looks a clause up by its whole number, part by part: `AS 2201.39` is never taken for `AS 2201.3`. */
export function findClause(pack: ClausePack, number: string, today: string): FoundClause {
	const clauses = indexOf(pack);
	const key = clauseKey(number);
	const exact = clauses.get(key);
	if (exact) return { state: stateOn(exact, today), clause: exact };
	// The rest is taken off from behind, one letter or bracket at a time, down to a clause that the pack holds.
	for (let base = withoutPart(key), part = key; base !== undefined; part = base, base = withoutPart(base)) {
		const clause = clauses.get(base);
		if (clause === undefined) continue;
		const known = clause.parts?.some((one) => clauseKey(one) === part.slice(base.length).replace(/^\./, ''));
		if (known === false) return { state: 'unknown', clause };
		return { state: stateOn(clause, today), clause };
	}
	return { state: pack.complete.test(key) ? 'unknown' : 'not held' };
}

/** `7.5.2` of `7.5.2a`, `164.316b` of `164.316b2`; undefined where the end is a number of its own (`.39`). */
function withoutPart(key: string): string | undefined {
	return (
		/^(?<base>.*\d)[a-z]+$/.exec(key)?.groups?.['base'] ??
		/^(?<base>.*\d[a-z]+)\d+$/.exec(key)?.groups?.['base']
	);
}

function stateOn(clause: Clause, today: string): ClauseState {
	return clause.superseded && clause.superseded.since <= today ? 'superseded' : 'in force';
}

function indexOf(pack: ClausePack): ReadonlyMap<string, Clause> {
	const known =
		indexes.get(pack) ?? new Map(pack.clauses.map((clause) => [clauseKey(clause.number), clause]));
	indexes.set(pack, known);
	return known;
}
