import type { Clause, ClausePack } from '../../model/clause-packs/clause-pack.ts';
import { findClause } from '../../model/clause-packs/find-clause.ts';
import { packsOf } from '../../model/clause-packs/packs.ts';
import { several } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { citedClauses } from './cited-clauses.ts';
import type { ControlAnswers } from './control-answers.ts';

/** A clause, and what answers it at the end of the period. */
export interface CoveredClause {
	readonly pack: ClausePack;
	readonly clause: Clause;
	/** Documents in scope with a version in force that answers it, by name or through a control. */
	readonly documents: readonly string[];
	/** The controls through which they do. */
	readonly controls: readonly string[];
	/** Whether only documents outside the scope of the packet answer it. */
	readonly isOutside: boolean;
}

/** The packs that a packet is about: those it was called with, else those that the config names. */
export function packetPacks({
	frameworks,
	config,
}: Pick<AuditInput, 'frameworks' | 'config'>): readonly ClausePack[] {
	return packsOf(frameworks.length > 0 ? frameworks : config.frameworks);
}

/** Every clause in force of the packs of a packet, with what answers it. */
export function clauseCoverage(input: AuditInput, { answers }: ControlAnswers): readonly CoveredClause[] {
	const packs = packetPacks(input);
	const day = input.period.to;
	const found = new Map<Clause, { documents: Set<string>; controls: Set<string>; isOutside: boolean }>();
	for (const { from, names, control } of answers) {
		const cited =
			control === undefined
				? [names]
				: several(control.clauses).filter((clause) => clause !== null && clause !== '');
		for (const { clause } of cited.flatMap((text) => citedClauses(text, packs, day))) {
			const known = found.get(clause) ?? { documents: new Set(), controls: new Set(), isOutside: false };
			found.set(clause, known);
			if (!from.document.isInScope) {
				known.isOutside = true;
				continue;
			}
			known.documents.add(from.document.id);
			if (control?.id !== undefined) known.controls.add(control.id);
		}
	}
	return packs.flatMap((pack) =>
		pack.clauses.flatMap((clause) => {
			const { documents = [], controls = [], isOutside = false } = found.get(clause) ?? {};
			const isInForce = findClause(pack, clause.number, day).state === 'in force';
			if (!isInForce) return [];
			const ids = [...documents].sort();
			return [
				{
					pack,
					clause,
					documents: ids,
					controls: [...controls].sort(),
					isOutside: isOutside && ids.length === 0,
				},
			];
		}),
	);
}
