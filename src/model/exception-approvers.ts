import type { Checklist, Sop } from './documents.generated.ts';
import { sectionRoles } from './section-roles.ts';
import { rows, several } from './several.ts';

/** An exception of section 11, and who may allow it. */
export interface ExceptionApprovers {
	readonly exception: string;
	/** Roles of the register, any of which may. */
	readonly roles: readonly string[];
	/** Whether it is allowed with the document itself, so that no record is needed. */
	readonly isStanding: boolean;
}

/** Who may allow each exception of an SOP or checklist. */
export function exceptionApprovers(document: Sop & Checklist): readonly ExceptionApprovers[] {
	const roles = sectionRoles(document);
	return rows(document.exceptions).flatMap((one) => {
		if (one?.id === undefined) return [];
		const written = several(one.approved_by);
		const named = written.filter((name) => name !== 'standing');
		return [
			{
				exception: one.id,
				roles: [...new Set(named.map((name) => roles.find(name)?.registerRole ?? name))],
				isStanding: named.length < written.length,
			},
		];
	});
}
