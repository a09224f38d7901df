import { covers } from '../../model/day-span.ts';
import type { PeopleRegister } from '../../model/documents.generated.ts';
import type { Identity } from '../../model/history/commit.ts';
import { rows } from '../../model/several.ts';
import { samePublicKey } from '../../model/signature/public-key-line.ts';
import type { Signer } from '../../model/signature/signer.ts';

/** The people whose address an identity bears, on any of some days. */
export function ownersOf(
	people: PeopleRegister | undefined,
	{ email }: Pick<Identity, 'email'>,
	days: readonly string[],
): readonly string[] {
	const wanted = email.toLowerCase();
	return idsOf(people, (person) =>
		rows(person.addresses).some(
			(one) => one?.address?.toLowerCase() === wanted && days.some((day) => covers(one, day)),
		),
	);
}

/** The people that a name, an id or an address in a change log may mean. */
export function peopleNamed(people: PeopleRegister | undefined, name: string): readonly string[] {
	const wanted = asRead(name);
	return idsOf(
		people,
		(person) =>
			asRead(person.id ?? '') === wanted ||
			asRead(person.name ?? '') === wanted ||
			rows(person.addresses).some((one) => asRead(one?.address ?? '') === wanted),
	);
}

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
