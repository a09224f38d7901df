import type { Identity } from '../../model/history/commit.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuthorityAt } from './authority.ts';
import { ownersOf, peopleNamed, peopleWithKey } from './people-of.ts';
import { isForge, perhapsSquashed } from './perhaps-squashed.ts';

/** Who wrote a version: people by their ids, and identities of which nobody can tell whose they are. */
export interface VersionAuthors {
	readonly people: ReadonlySet<string>;
	/** People of whom nobody can tell, as an identity may be theirs or another's; each with why. */
	readonly perhaps: ReadonlyMap<string, string>;
	/** As they stand in commits, each with why: "x@y.example is no address of the people register". */
	readonly unknown: readonly string[];
	/** Commits that may hold the work of others who are not visible, each as a clause. Nobody's signature is stopped by it. */
	readonly squashes: readonly string[];
}

/** What the authors of a version are told by. */
export interface AuthorshipInput {
	readonly entries: readonly TrailEntry[];
	/** The position whose text came before, exclusive, and the one that first showed the version, inclusive. */
	readonly after: number;
	readonly upTo: number;
	/** The digest of a text; undefined where nobody has looked yet: then it is taken for another content. */
	readonly digestOf: (blob: string) => string | null | undefined;
	/** By whom a commit is signed; undefined where nobody is, or nobody has looked. Left out: signatures are not looked at. */
	readonly signerOf?: ((commit: string) => Signer | undefined) | undefined;
	/** Authors and contributors that the change-log row of the version names. */
	readonly named: readonly string[];
	readonly authorityAt: AuthorityAt;
	/** Mainline time of a position, in seconds. */
	readonly timeAt: (position: number) => number;
}

/**
 * The authors of a version: whom its change-log row names, and whoever authored, committed or signed a change of its
 * content since the version before. People are told by the registers just before and with the commit that brought it, so
 * that no commit hides its own author. A merge that is equal to one of its parents, a change of comments or layout, and
 * a deletion are no authorship.
 */
export function versionAuthors(input: AuthorshipInput): VersionAuthors {
	const people = new Set<string>();
	const perhaps = new Map<string, string>();
	const unknown = new Set<string>();
	const { authorityAt, timeAt, signerOf, upTo } = input;
	const take = (found: readonly string[], nobody: string, several: string) => {
		const ids = [...new Set(found)];
		const [first] = ids;
		if (first === undefined) unknown.add(nobody);
		else if (ids.length === 1) people.add(first);
		else {
			const cause = `${several} ${ids.join(' and ')}`;
			unknown.add(cause);
			for (const id of ids) perhaps.set(id, cause);
		}
	};
	for (const name of input.named) {
		const found = [upTo - 1, upTo].flatMap((position) => peopleNamed(authorityAt(position).people, name));
		const named = `the change log names ${name}, who is`;
		take(found, `${named} in no people register`, named);
	}
	const named = new Set(people);
	const committed = new Set<string>();
	const entries = authorshipEntries(input);
	for (const entry of entries) {
		const position = entry.broughtBy ?? 0;
		const authorities = [authorityAt(position - 1), authorityAt(position)];
		const ownersBy = (identity: Identity) =>
			authorities.flatMap(({ people: register, policy: { zone } }) =>
				ownersOf(register, identity, [dayAt(timeAt(position), zone), dayAt(identity.at, zone)]),
			);
		const { author, committer, id } = entry.commit;
		const isOne = isForge(committer) || (author.email === committer.email && author.at === committer.at);
		for (const identity of isOne ? [author] : [author, committer]) {
			const owners = ownersBy(identity);
			for (const person of owners) committed.add(person);
			take(
				owners,
				`${identity.email} is no address of the people register`,
				`${identity.email} is the address of`,
			);
		}
		const signer = signerOf?.(id);
		if (signer !== undefined)
			for (const one of authorities)
				for (const signed of peopleWithKey(one.people, signer)) {
					people.add(signed);
					committed.add(signed);
				}
	}
	const squashes = perhapsSquashed({ entries, named, committed });
	return { people, perhaps, unknown: [...unknown].sort(), squashes };
}

/** Texts whose digests would tell whether a change since then was one of content. */
export function textsOfAuthorship(input: AuthorshipInput): readonly string[] {
	return entriesBetween(input).flatMap((entry) =>
		[...entry.before, ...entry.after].flatMap(({ blob }) =>
			input.digestOf(blob) === undefined ? [blob] : [],
		),
	);
}

/** Commits whose signatures would tell who else wrote the version. */
export function commitsOfAuthorship(input: AuthorshipInput): readonly string[] {
	return authorshipEntries(input).map(({ commit }) => commit.id);
}

function entriesBetween({ entries, after, upTo }: AuthorshipInput): readonly TrailEntry[] {
	return entries.filter(({ broughtBy }) => broughtBy !== null && broughtBy > after && broughtBy <= upTo);
}

function authorshipEntries(input: AuthorshipInput): readonly TrailEntry[] {
	return entriesBetween(input).filter((entry) => isAuthorship(entry, input.digestOf));
}

function isAuthorship(entry: TrailEntry, digestOf: AuthorshipInput['digestOf']): boolean {
	if (entry.commit.parents > 1 && !entry.changedInMerge) return false;
	const [before, after] = [entry.before[0], entry.after[0]];
	if (after === undefined) return false;
	if (before === undefined || before.blob === after.blob) return before === undefined;
	const [older, newer] = [digestOf(before.blob), digestOf(after.blob)];
	return older === undefined || newer === undefined || older !== newer;
}
