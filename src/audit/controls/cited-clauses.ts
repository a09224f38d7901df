import type { Clause, ClausePack } from '../../model/clause-packs/clause-pack.ts';
import { findClause } from '../../model/clause-packs/find-clause.ts';
import { readCitation } from '../../model/clause-packs/read-citation.ts';

/** A clause of a pack. */
export interface PackClause {
	readonly pack: ClausePack;
	readonly clause: Clause;
}

/**
 * The clauses of some packs that a text cites, on a day (YYYY-MM-DD): by the name of the framework (`ISO 9001:2015
 * 7.5.3`), or by the number alone (`CC5.3`). A part (`7.5.2 a`) stands for the clause that the pack holds; an edition that
 * is not the pack's stands for none.
 */
export function citedClauses(text: string, packs: readonly ClausePack[], day: string): readonly PackClause[] {
	const found = (pack: ClausePack, number: string): readonly PackClause[] => {
		const { state, clause } = findClause(pack, number, day);
		return clause !== undefined && (state === 'in force' || state === 'superseded') ? [{ pack, clause }] : [];
	};
	const citation = readCitation(text);
	if (citation === undefined) return packs.flatMap((pack) => found(pack, text.trim()));
	const { pack, edition, clauses } = citation;
	if (!packs.includes(pack) || (edition !== undefined && edition !== pack.edition)) return [];
	return clauses.flatMap(({ number }) => found(pack, number));
}
