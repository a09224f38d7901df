import type { PeopleRegister, RolesRegister } from '../../model/documents.generated.ts';
import type { Policy } from '../policy.ts';

/** Who may do what, as the mainline showed it at one commit. */
export interface Authority {
	/** Undefined where there is none, or none that can be read: `whyNoPeople` says which. */
	readonly people: PeopleRegister | undefined;
	readonly whyNoPeople: string | undefined;
	readonly roles: RolesRegister | undefined;
	/** Why the roles register cannot be read; undefined where it can, and where there is none. */
	readonly whyNoRoles?: string | undefined;
	readonly policy: Policy;
	/** The id of the library: the first that its config ever stated, as it never changes. */
	readonly library: string | undefined;
}

/**
 * Authority at a commit of the mainline, by its position. A record is judged by the one before the commit that brings
 * it, so that nothing authorises itself; only where no people register ever stood, by that of its own commit.
 */
export type AuthorityAt = (position: number) => Authority;

/** The authority that a record is judged by, and whether it was founded together with the record. */
export function authorityOver(
	at: AuthorityAt,
	position: number,
): { readonly authority: Authority; readonly founding: boolean } {
	const before = at(position - 1);
	if (before.people !== undefined || before.whyNoPeople !== noPeopleRegister)
		return { authority: before, founding: false };
	return { authority: at(position), founding: true };
}

/** The cause where no people register ever stood. */
export const noPeopleRegister = 'no people register';
