import type { ClausePack } from './clause-pack.ts';
import { readCitation } from './read-citation.ts';

/** A clause with what goes before it: `21 CFR 820.40`. */
export function printedClause(pack: ClausePack, number: string): string {
	return `${pack.name} ${number}`.trim();
}

/** A clause as a rule names it (`iso-9001 7.5.2 a`) as people cite it (`ISO 9001:2015 7.5.2 a`); as it is where no pack fits. Of a framework as a whole, `eu-gmp Chapter 4`, what stands behind its id. */
export function printClause(clause: string): string {
	const citation = readCitation(clause);
	const [first] = citation?.clauses ?? [];
	if (citation === undefined) return clause;
	// A whole chapter is no clause of its pack, and is cited all the same.
	return printedClause(citation.pack, first?.number ?? clause.slice(clause.indexOf(' ') + 1));
}
