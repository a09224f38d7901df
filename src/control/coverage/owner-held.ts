import { covers } from '../../model/day-span.ts';
import type { PeopleRegister } from '../../model/documents.generated.ts';
import { holdersOn } from '../../model/role-holders.ts';
import { rows } from '../../model/several.ts';
import type { OwnerHeld } from './covering-document.ts';

/**
 * Whether anybody is behind the owner of a document on a day (YYYY-MM-DD): a person of the register who has not left, or
 * a role that somebody holds. Not evaluated where there is no people register.
 */
export function ownerHeld(
	owner: string | undefined,
	people: PeopleRegister | undefined,
	day: string,
): OwnerHeld {
	if (people === undefined) return 'not evaluated';
	if (owner === undefined) return 'nobody';
	if ((holdersOn(people, day).get(owner)?.length ?? 0) > 0) return 'held';
	const ends = new Map(rows(people.organisations).map(({ name, until }) => [name, until]));
	const isHere = rows(people.people).some(
		({ id, until, organisation }) =>
			id === owner && covers({ until }, day) && covers({ until: ends.get(organisation) }, day),
	);
	return isHere ? 'held' : 'nobody';
}
