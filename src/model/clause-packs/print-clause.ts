import type { ClausePack } from './clause-pack.ts';
import { readCitation } from './read-citation.ts';

/** A clause with what goes before it: `21 CFR 820.40`. */
export function printedClause(pack: ClausePack, number: string): string {
	return `${pack.name} ${number}`.trim();
}

/** A clause as a rule names it (`iso-9001 7.5.2 a`) as people cite it (`ISO 9001:2015 7.5.2 a`); as it is where no pack fits. */
export function printClause(clause: string): string {
	const citation = readCitation(clause);
	const [first] = citation?.clauses ?? [];
	return citation && first ? printedClause(citation.pack, first.number) : clause;
}
