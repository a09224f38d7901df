import { covers } from '../../model/day-span.ts';
import type { Person } from '../../model/documents.generated.ts';
import { onceFor } from '../../model/once-for.ts';
import { rows } from '../../model/several.ts';
import type { Authority } from './authority.ts';

/** In what way somebody acts in a role on a day; `no` with the reason, as a clause: "held the role until 2025-06-30". */
export type ActsAs =
	| { readonly acts: 'as holder' }
	| { readonly acts: 'as delegate'; readonly by: string; readonly inAbsenceOf: string | null }
	| { readonly acts: 'no'; readonly why: 'unauthorised' | 'not evaluated'; readonly cause: string };

type ActsNot = Extract<ActsAs, { acts: 'no' }>;

/** The entry of a person in a people register. */
export function personOf({ people }: Pick<Authority, 'people'>, id: string): Person | undefined {
	return rows(people?.people).find((person) => person?.id === id) ?? undefined;
}

/**
 * Whether a person acts in a role on a day (YYYY-MM-DD): as its holder, or as its delegate. A delegate counts only
 * while a holder is recorded as absent, unless the register says `always`.
 */
export function actsAs(authority: Authority, id: string, role: string, day: string): ActsAs {
	const { person, none } = oneOf(authority, id);
	if (none !== undefined) return none;
	if (authority.whyNoRoles !== undefined) return untold(authority.whyNoRoles);
	if (isTwice(rows(authority.roles?.roles), role))
		return untold(`two roles have the id ${role}, or one that reads the same`);
	const gone = whyGone(authority, person, day);
	if (gone !== undefined) return no(gone);
	const entry = rows(authority.roles?.roles).find((one) => one?.id === role);
	if (entry?.until !== undefined && !covers({ until: entry.until }, day))
		return no(`the role ${role} ended on ${entry.until}`);
	if (holds(person, role, day)) return { acts: 'as holder' };
	let mayDelegate = false;
	for (const written of rows(entry?.delegates)) {
		const delegate = typeof written === 'string' ? { role: written } : written;
		if (delegate?.role === undefined || !covers(delegate, day) || !holds(person, delegate.role, day))
			continue;
		if (delegate.always === true) return { acts: 'as delegate', by: delegate.role, inAbsenceOf: null };
		const absent = rows(authority.people?.people).find(
			(other) =>
				other !== null &&
				holds(other, role, day) &&
				rows(other?.absent).some((span) => covers(span ?? {}, day)),
		);
		if (absent?.id !== undefined) return { acts: 'as delegate', by: delegate.role, inAbsenceOf: absent.id };
		mayDelegate = true;
	}
	if (mayDelegate) return no(`${id} acts for ${role} only in a recorded absence, and none covers ${day}`);
	const held = rows(person.roles).filter((one) => one?.role === role);
	const [first] = held;
	if (first === undefined) return no(`${id} does not hold the role ${role}`);
	return first.from !== undefined && day < first.from
		? no(`${id} holds the role ${role} only from ${first.from}`)
		: no(`${id} held the role ${role} until ${first.until}`);
}

/** Why somebody is nobody of the library on a day (YYYY-MM-DD), whatever their roles, as a clause; undefined where they are. */
export function whyNotHere(authority: Authority, id: string, day: string): string | undefined {
	const { person, none } = oneOf(authority, id);
	return none === undefined ? whyGone(authority, person, day) : none.cause;
}

/** The one entry of a person, or why there is none. */
function oneOf(
	authority: Authority,
	id: string,
): { readonly person: Person; readonly none?: never } | { readonly person?: never; readonly none: ActsNot } {
	const person = personOf(authority, id);
	if (person === undefined) return { none: no(`${id} is in no people register that was known then`) };
	return isTwice(rows(authority.people?.people), id)
		? { none: untold(`two people have the id ${id}, or one that reads the same`) }
		: { person };
}

function whyGone(
	{ people }: Authority,
	{ id, until, organisation }: Person,
	day: string,
): string | undefined {
	if (!covers({ until }, day)) return `${id} had left on ${until}`;
	const contract = rows(people?.organisations).find((one) => one?.name === organisation);
	return contract !== undefined && !covers({ until: contract.until }, day)
		? `the contract of ${id}'s organisation ended on ${contract.until}`
		: undefined;
}

/** Whether more than one entry has an id that people would read as this one. */
function isTwice(entries: Entries, id: string): boolean {
	return (countsOf(entries).get(asRead(id)) ?? 0) > 1;
}

type Entries = readonly ({ readonly id?: string } | null)[];

/** How many entries of a register have each id; one register is asked for thousands of records. */
const countsOf = onceFor((entries: Entries): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const one of entries) {
		if (one?.id === undefined) continue;
		const read = asRead(one.id);
		counts.set(read, (counts.get(read) ?? 0) + 1);
	}
	return counts;
});

/** An id as people read it: in one form of Unicode, and in one case. */
function asRead(id: string): string {
	return id.normalize('NFKC').trim().toLowerCase();
}

function holds(person: Person, role: string, day: string): boolean {
	return (
		covers({ until: person.until }, day) &&
		rows(person.roles).some((one) => one?.role === role && covers(one, day))
	);
}

function no(cause: string): ActsNot {
	return { acts: 'no', why: 'unauthorised', cause };
}

function untold(cause: string): ActsNot {
	return { acts: 'no', why: 'not evaluated', cause: `not evaluated: ${cause}` };
}
