import { covers } from '../../model/day-span.ts';
import type { PeopleRegister } from '../../model/documents.generated.ts';
import type { Identity } from '../../model/history/commit.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import { rows } from '../../model/several.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuthorityAt } from './authority.ts';

/** Who wrote a version: people by their ids, and identities of which nobody can tell whose they are. */
export interface VersionAuthors {
	readonly people: ReadonlySet<string>;
	/** As they stand in commits, each with why: "x@y.example is no address of the people register". */
	readonly unknown: readonly string[];
}

/** What the authors of a version are told by. */
export interface AuthorshipInput {
	readonly entries: readonly TrailEntry[];
	/** The position whose text came before, exclusive, and the one that first showed the version, inclusive. */
	readonly after: number;
	readonly upTo: number;
	/** The digest of a text; undefined where nobody has looked yet: then it is taken for another content. */
	readonly digestOf: (blob: string) => string | null | undefined;
	/** Authors and contributors that the change-log row of the version names. */
	readonly named: readonly string[];
	readonly authorityAt: AuthorityAt;
	/** Mainline time of a position, in seconds. */
	readonly timeAt: (position: number) => number;
}

/**
 * The authors of a version: whom its change-log row names, and whoever authored or committed a change of its content
 * since the version before, by the register as it was then. A merge that is equal to one of its parents, a change of
 * comments or layout, and a deletion are no authorship.
 */
export function versionAuthors(input: AuthorshipInput): VersionAuthors {
	const people = new Set<string>();
	const unknown = new Set<string>();
	const { authorityAt, timeAt } = input;
	for (const name of input.named) {
		const person = personNamed(authorityAt(input.upTo).people, name);
		if (person !== undefined) people.add(person);
	}
	for (const entry of input.entries) {
		const position = entry.broughtBy;
		if (position === null || position <= input.after || position > input.upTo) continue;
		if (!isAuthorship(entry, input.digestOf)) continue;
		const authority = authorityAt(position);
		const { zone } = authority.policy;
		for (const identity of [entry.commit.author, entry.commit.committer]) {
			if (isForge(identity)) continue;
			const days = [dayAt(timeAt(position), zone), dayAt(identity.at, zone)];
			const owners = ownersOf(authority.people, identity, days);
			const [owner] = owners;
			if (owners.length === 1 && owner !== undefined) people.add(owner);
			else
				unknown.add(
					owner === undefined
						? `${identity.email} is no address of the people register`
						: `${identity.email} is the address of ${owners.join(' and ')}`,
				);
		}
	}
	return { people, unknown: [...unknown].sort() };
}

/** Texts whose digests would tell whether a change since then was one of content. */
export function textsOfAuthorship({ entries, after, upTo, digestOf }: AuthorshipInput): readonly string[] {
	return entries.flatMap((entry) => {
		if (entry.broughtBy === null || entry.broughtBy <= after || entry.broughtBy > upTo) return [];
		return [...entry.before, ...entry.after].flatMap(({ blob }) =>
			digestOf(blob) === undefined ? [blob] : [],
		);
	});
}

function isAuthorship(entry: TrailEntry, digestOf: AuthorshipInput['digestOf']): boolean {
	if (entry.commit.parents > 1 && !entry.changedInMerge) return false;
	const [before, after] = [entry.before[0], entry.after[0]];
	if (after === undefined) return false;
	if (before === undefined || before.blob === after.blob) return before === undefined;
	const [older, newer] = [digestOf(before.blob), digestOf(after.blob)];
	return older === undefined || newer === undefined || older !== newer;
}

/** The address with which GitHub commits what somebody merges there: it carries, and wrote nothing. */
function isForge({ email }: Identity): boolean {
	return email === 'noreply@github.com';
}

/** The people whose address an identity bears, on any of some days. */
export function ownersOf(
	people: PeopleRegister | undefined,
	{ email }: Pick<Identity, 'email'>,
	days: readonly string[],
): readonly string[] {
	const wanted = email.toLowerCase();
	return rows(people?.people).flatMap((person) => {
		const owns = rows(person?.addresses).some(
			(one) => one?.address?.toLowerCase() === wanted && days.some((day) => covers(one, day)),
		);
		return owns && person?.id !== undefined ? [person.id] : [];
	});
}

function personNamed(people: PeopleRegister | undefined, name: string): string | undefined {
	const wanted = name.toLowerCase();
	return (
		rows(people?.people).find(
			(person) =>
				person?.id?.toLowerCase() === wanted ||
				person?.name?.toLowerCase() === wanted ||
				rows(person?.addresses).some((one) => one?.address?.toLowerCase() === wanted),
		)?.id ?? undefined
	);
}
