import { covers } from './day-span.ts';
import type { PeopleRegister } from './documents.generated.ts';
import { rows } from './several.ts';

/** Ids of the people who hold each role of the register on one day. */
export type RoleHolders = ReadonlyMap<string, readonly string[]>;

/**
 * One register is asked once for each of many documents, on one and the same day: the last answer is kept with the
 * register itself, and goes when it goes.
 */
const known = new WeakMap<PeopleRegister, { readonly day: string; readonly holders: RoleHolders }>();

/** Who holds which role on a day (YYYY-MM-DD), by the dates of the people register. Absence does not end a role. */
export function holdersOn(people: PeopleRegister, day: string): RoleHolders {
	const before = known.get(people);
	if (before?.day === day) return before.holders;
	const holders = new Map<string, string[]>();
	for (const person of rows(people.people)) {
		if (!person?.id || !covers({ until: person.until }, day)) continue;
		for (const held of rows(person.roles)) {
			if (!held?.role || !covers(held, day)) continue;
			const ids = holders.get(held.role) ?? [];
			if (!ids.includes(person.id)) ids.push(person.id);
			holders.set(held.role, ids);
		}
	}
	known.set(people, { day, holders });
	return holders;
}
