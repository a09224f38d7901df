import { covers } from './day-span.ts';
import type { Checklist, Person, Sop } from './documents.generated.ts';
import type { Registers } from './registers.ts';
import { holdersOn } from './role-holders.ts';
import { sectionRoles } from './section-roles.ts';
import { rows } from './several.ts';

/** Who a forge asks about a file, and whom it cannot. */
export interface ForgeOwners {
	/** Handles and e-mail addresses in the order of their code units, each once. */
	readonly owners: readonly string[];
	/** Why somebody who should be asked is not, each as a sentence without a full stop. */
	readonly gaps: readonly string[];
}

/** The owners of a document: who answers for it, and who signs it in section 15, by the registers on a day. */
export function ownersOfDocument(document: Sop & Checklist, registers: Registers, day: string): ForgeOwners {
	const roles = sectionRoles(document);
	const isRegistered = (name: string) => rows(registers.roles?.roles).some(({ id }) => id === name);
	const names = [document.owner, ...rows(document.approval?.signatures).map(({ role }) => role)].flatMap(
		(name) =>
			name === undefined ? [] : [isRegistered(name) ? name : (roles.find(name)?.registerRole ?? name)],
	);
	return forgeOwners(names, registers, day);
}

/** What a forge knows the people by who are named, or hold a role that is named, on a day. */
export function forgeOwners(
	names: readonly string[],
	{ people, whyNot }: Registers,
	day: string,
): ForgeOwners {
	const noPeople = whyNot?.people ?? 'there is no people register';
	const known = new Map(rows(people?.people).map((person) => [person.id, person]));
	const holders = people && holdersOn(people, day);
	const owners = new Set<string>();
	const gaps = new Set<string>();
	if (names.length === 0) gaps.add('it names no owner and no signature');
	for (const name of names) {
		const person = known.get(name);
		const ids =
			person === undefined || !covers({ until: person.until }, day) ? (holders?.get(name) ?? []) : [name];
		if (ids.length === 0) gaps.add(people === undefined ? noPeople : `nobody holds ${name}`);
		for (const id of ids) {
			const called = nameOnForge(known.get(id), day);
			if (called === undefined) gaps.add(`${id} has neither a handle nor an address today`);
			else owners.add(called);
		}
	}
	return { owners: [...owners].sort(), gaps: [...gaps] };
}

/** The handle, else the first address that counts on the day and that a line of CODEOWNERS can hold. */
function nameOnForge(person: Person | undefined, day: string): string | undefined {
	if (person?.handle !== undefined) return person.handle;
	const addresses = rows(person?.addresses).filter((span) => covers(span, day));
	return addresses
		.map(({ address }) => address)
		.find((address) => address !== undefined && isAddress(address));
}

/** No more than a line can hold: spaces, `#` and a backslash would end or change it. */
function isAddress(text: string): boolean {
	return /^[^\s#@\\<>]+@[^\s#@\\<>]+$/.test(text);
}
