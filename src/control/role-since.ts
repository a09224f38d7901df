import { covers } from '../model/day-span.ts';
import type { PeopleRegister, Person } from '../model/documents.generated.ts';
import type { TrailEntry } from '../model/history/trail.ts';
import { onceFor } from '../model/once-for.ts';
import { rows } from '../model/several.ts';
import { dayAt } from '../model/zone.ts';
import type { AuthorityAt } from './approval/authority.ts';
import { ownersOf } from './approval/people-of.ts';

/** Since when the register has given somebody a role. */
export interface RoleSince {
	/** The mainline commit that first showed it, and its time in seconds. */
	readonly position: number;
	readonly known: number;
	/** People, by their ids, who made that change; none where its addresses are nobody's. */
	readonly writers: readonly string[];
}

/** What tells since when somebody holds a role. */
export interface RegisterPast {
	readonly authorityAt: AuthorityAt;
	/** Changes of the registers of people and roles, oldest first, those that merges brought included. */
	readonly registerChanges: readonly TrailEntry[];
	/** Mainline time of a position, in seconds. */
	readonly timeAt: (position: number) => number;
}

/**
 * Since when the register has said, without a break, that a person holds a role on some days (YYYY-MM-DD), by what the
 * mainline showed at a position; undefined where it did not say so then.
 */
export function roleSince(
	past: RegisterPast,
	person: string,
	role: string,
	days: readonly string[],
	at: number,
): RoleSince | undefined {
	const { authorityAt, registerChanges, timeAt } = past;
	let since: number | undefined;
	for (const position of positionsOf(registerChanges)) {
		if (position > at) continue;
		const { people } = authorityAt(position);
		const entry = people === undefined ? undefined : byId(people).get(person);
		if (!days.every((day) => holds(entry, role, day))) break;
		since = position;
	}
	if (since === undefined) return undefined;
	const { people, policy } = authorityAt(since);
	const known = timeAt(since);
	const writers = registerChanges
		.filter(({ broughtBy }) => broughtBy === since)
		.flatMap(({ commit: { author, committer } }) =>
			[author, committer].flatMap((one) => ownersOf(people, one, [dayAt(known, policy.zone)])),
		);
	return { position: since, known, writers: [...new Set(writers)] };
}

/** The newest first, each once. */
const positionsOf = onceFor((changes: readonly TrailEntry[]): readonly number[] =>
	[...new Set(changes.flatMap(({ broughtBy }) => broughtBy ?? []))].sort((a, b) => b - a),
);

/** The first entry of each, as two with one id are an error of the register. */
const byId = onceFor(({ people }: PeopleRegister): ReadonlyMap<string, Person> => {
	const found = new Map<string, Person>();
	for (const person of rows(people))
		if (person?.id !== undefined && !found.has(person.id)) found.set(person.id, person);
	return found;
});

function holds(person: Person | undefined, role: string, day: string): boolean {
	return (
		person !== undefined &&
		covers({ until: person.until }, day) &&
		rows(person.roles).some((one) => one?.role === role && covers(one, day))
	);
}
