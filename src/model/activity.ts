import type { ActivitiesRegister } from './documents.generated.ts';
import { rows } from './several.ts';

/** Something the organisation does, as registers/activities.yaml has it, with what it leaves out put in. */
export interface Activity {
	/** `finance.bank-reconciliation`. */
	readonly id: string;
	/** What people call it; the id where it has no name. */
	readonly name: string;
	/** As written, or the part of the id before its first dot. */
	readonly function: string;
	/** How often it is done, as written: a duration. */
	readonly every: string | undefined;
	readonly risk: 'low' | 'medium' | 'high' | undefined;
	/** A role or person of the registers. */
	readonly owner: string | undefined;
	/** Why the organisation does not do it; undefined where it does. */
	readonly notApplicable: string | undefined;
}

/** The activities of a register in its order; one without an id is left out, and of two with one id the first counts. */
export function activitiesOf(register: ActivitiesRegister | undefined): readonly Activity[] {
	const found = new Map<string, Activity>();
	for (const { id, name, function: part, every, risk, owner, not_applicable } of rows(register?.activities)) {
		if (typeof id !== 'string' || found.has(id)) continue;
		const [before = id] = id.split('.');
		found.set(id, {
			id,
			name: name ?? id,
			function: part ?? before,
			every,
			risk,
			owner,
			notApplicable: not_applicable,
		});
	}
	return [...found.values()];
}
