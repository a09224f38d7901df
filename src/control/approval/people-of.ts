import { groupBy } from '../../diagnostics/group-by.ts';
import { covers } from '../../model/day-span.ts';
import type { PeopleRegister } from '../../model/documents.generated.ts';
import type { Identity } from '../../model/history/commit.ts';
import { onceFor } from '../../model/once-for.ts';
import { rows } from '../../model/several.ts';
import { samePublicKey } from '../../model/signature/public-key-line.ts';
import type { Signer } from '../../model/signature/signer.ts';

/** The people whose address an identity bears, on any of some days. */
export function ownersOf(
	people: PeopleRegister | undefined,
	{ email }: Pick<Identity, 'email'>,
	days: readonly string[],
): readonly string[] {
	const held = people === undefined ? [] : (addressesIn(people).get(email.toLowerCase()) ?? []);
	return [...new Set(held.filter((one) => days.some((day) => covers(one, day))).map(({ id }) => id))];
}

/** The people that a name, an id or an address in a change log may mean. */
export function peopleNamed(people: PeopleRegister | undefined, name: string): readonly string[] {
	return people === undefined ? [] : [...(namesIn(people).get(asRead(name)) ?? [])];
}

/** Whose each address of a register is, and when; one register is asked for every commit of every document. */
const addressesIn = onceFor((register: PeopleRegister) =>
	groupBy(
		rows(register.people).flatMap((person) =>
			rows(person?.addresses).flatMap((one) =>
				person?.id === undefined || one?.address === undefined
					? []
					: [{ id: person.id, address: one.address.toLowerCase(), from: one.from, until: one.until }],
			),
		),
		({ address }) => address,
	),
);

/** Whom each name, id and address of a register means. */
const namesIn = onceFor((register: PeopleRegister): ReadonlyMap<string, ReadonlySet<string>> => {
	const meant = new Map<string, Set<string>>();
	for (const person of rows(register.people)) {
		if (person?.id === undefined) continue;
		const names = [person.id, person.name, ...rows(person.addresses).map((one) => one?.address)];
		for (const name of names) {
			if (name === undefined) continue;
			const read = asRead(name);
			meant.set(read, (meant.get(read) ?? new Set()).add(person.id));
		}
	}
	return meant;
});

/** The people with whom the key of a signature stands. */
export function peopleWithKey(people: PeopleRegister | undefined, signer: Signer): readonly string[] {
	return idsOf(people, (person) =>
		rows(person.keys).some((key) =>
			signer.ssh === undefined
				? (signer.gpg ?? []).some((one) => one.toUpperCase() === key?.gpg?.toUpperCase())
				: key?.ssh !== undefined && samePublicKey(key.ssh, signer.ssh),
		),
	);
}

type Entry = NonNullable<NonNullable<PeopleRegister['people']>[number]>;

function idsOf(people: PeopleRegister | undefined, fits: (person: Entry) => boolean): readonly string[] {
	return [
		...new Set(
			rows(people?.people).flatMap((person) => (person?.id !== undefined && fits(person) ? [person.id] : [])),
		),
	];
}

/** A name as people read it: in one form of Unicode, in one case, with single blanks. */
function asRead(name: string): string {
	return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
