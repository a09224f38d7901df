import type { OffsetRange } from '../../diagnostics/position.ts';
import type { ClausePack, Supersession } from './clause-pack.ts';
import { type ClauseState, findClause } from './find-clause.ts';
import { printedClause } from './print-clause.ts';
import { readCitation } from './read-citation.ts';

/** What the packs say of one clause that a text cites, or of the framework it cites as a whole. */
export interface JudgedCitation {
	readonly pack: ClausePack;
	/** As one would print it: `21 CFR 820.40`. */
	readonly printed: string;
	/** Where it stands in the text. */
	readonly at: OffsetRange;
	readonly state: ClauseState;
	/** Where it is superseded. */
	readonly superseded?: Supersession;
	/** Where that is because of the edition that stands beside the text, not in it. */
	readonly byStatedEdition?: true;
}

/**
 * Holds a citation against the packs, on a day (YYYY-MM-DD). Empty where no pack is about what it cites. An edition
 * that is neither the pack's nor one before it is not judged: it may be newer than the pack.
 */
export function judgeCitation(
	text: string,
	today: string,
	statedEdition?: string,
): readonly JudgedCitation[] {
	const citation = readCitation(text);
	if (citation === undefined) return [];
	const { pack, clauses } = citation;
	const edition = citation.edition ?? statedEdition;
	const whole = { pack, printed: text.trim(), at: { from: 0, to: text.length } };
	const earlier =
		edition !== undefined && pack.earlierEditions && Object.hasOwn(pack.earlierEditions, edition)
			? pack.earlierEditions[edition]
			: undefined;
	if (earlier && earlier.since <= today) {
		const outdated = { ...whole, state: 'superseded', superseded: earlier } as const;
		if (citation.edition !== undefined) return [outdated];
		return [{ ...outdated, printed: `Edition ${edition} of ${whole.printed}`, byStatedEdition: true }];
	}
	const other = citation.edition !== undefined && citation.edition !== pack.edition;
	if (clauses.length === 0 || other) return [{ ...whole, state: other ? 'not held' : 'in force' }];
	return clauses.map(({ number, at }) => {
		const { state, clause } = findClause(pack, number, today);
		const superseded = state === 'superseded' ? clause?.superseded : undefined;
		const printed = printedClause(pack, number);
		return { pack, printed, at, state, ...(superseded ? { superseded } : {}) };
	});
}

/** Whether one of some packs has a clause that is cited without the name of its framework (`CC5.3`, `A.5.37`). */
export function isBareClause(text: string, packs: readonly ClausePack[], today: string): boolean {
	return packs.some((pack) => {
		const { state } = findClause(pack, text.trim(), today);
		return state === 'in force' || state === 'superseded';
	});
}
