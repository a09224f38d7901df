import { covers, type DaySpan } from './day-span.ts';
import type { Absence, PeopleRegister } from './documents.generated.ts';
import { rows } from './several.ts';

/** Ids of the people who hold each role of the register on one day. */
export type RoleHolders = ReadonlyMap<string, readonly string[]>;

/** One person in one role, and for how long. */
export interface Tenure extends DaySpan {
	readonly person: string;
	readonly role: string;
	/** First day, YYYY-MM-DD; undefined where the register does not say. */
	readonly from: string | undefined;
	/** Last day: of the role, of the person here, or of their organisation, whichever comes first. */
	readonly until: string | undefined;
	/** Times away, which end no role. */
	readonly absent: readonly Absence[];
}

/** Everybody in every role, past and to come, by the people register. */
export function tenures(people: PeopleRegister): readonly Tenure[] {
	const ends = new Map(rows(people.organisations).map((one) => [one?.name, one?.until]));
	return rows(people.people).flatMap((person) => {
		const { id } = person ?? {};
		if (!id) return [];
		const last = earliest(person.until, ends.get(person.organisation));
		return rows(person.roles).flatMap((held) =>
			held?.role
				? [
						{
							person: id,
							role: held.role,
							from: held.from,
							until: earliest(held.until, last),
							absent: rows(person.absent),
						},
					]
				: [],
		);
	});
}

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
	for (const tenure of tenures(people)) {
		const { person, role } = tenure;
		if (!covers(tenure, day)) continue;
		const ids = holders.get(role) ?? [];
		if (!ids.includes(person)) ids.push(person);
		holders.set(role, ids);
	}
	known.set(people, { day, holders });
	return holders;
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
	return a === undefined || (b !== undefined && b < a) ? b : a;
}
