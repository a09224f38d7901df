import type { Identity } from '../../model/history/commit.ts';
import type { PathState, TrailEntry } from '../../model/history/trail.ts';

type ShortIdentity = readonly [name: string, email: string, at: number, offset: number];
type ShortState = readonly [path: string, blob: string, version?: string | null, effective?: string];

/**
 * An entry of a trail as the index holds it: without the names of its keys, and without what the index says already.
 * 0 for a committer who is the author, and for texts before that are the texts after of the entry below.
 */
export type ShortEntry = readonly [
	commit: string,
	subject: string,
	author: ShortIdentity,
	committer: ShortIdentity | 0,
	parents: number,
	mainline: number | null,
	broughtBy: number | null,
	changedInMerge: 0 | 1,
	before: readonly ShortState[] | 0,
	after: readonly ShortState[],
	replacedBy: TrailEntry['replacedBy'],
];

/** Shortens the entries of a trail, newest first. */
export function shortEntries(entries: readonly TrailEntry[]): readonly ShortEntry[] {
	return entries.map(({ commit, mainline, broughtBy, changedInMerge, before, after, replacedBy }, index) => {
		const [author, committer] = [shortIdentity(commit.author), shortIdentity(commit.committer)];
		const [texts, below] = [before.map(shortState), (entries[index + 1]?.after ?? []).map(shortState)];
		return [
			commit.id,
			commit.subject,
			author,
			same(author, committer) ? 0 : committer,
			commit.parents,
			mainline,
			broughtBy,
			changedInMerge ? 1 : 0,
			same(texts, below) ? 0 : texts,
			after.map(shortState),
			replacedBy,
		];
	});
}

/** The entries that were shortened. */
export function longEntries(entries: readonly ShortEntry[]): readonly TrailEntry[] {
	return entries.map((entry, index) => {
		const [id, subject, author, committer, parents, mainline, broughtBy, changed, before, after, replacedBy] =
			entry;
		const below = entries[index + 1]?.[9] ?? [];
		return {
			commit: {
				id,
				author: longIdentity(author),
				committer: longIdentity(committer === 0 ? author : committer),
				subject,
				parents,
			},
			mainline,
			broughtBy,
			changedInMerge: changed === 1,
			before: (before === 0 ? below : before).map(longState),
			after: after.map(longState),
			replacedBy,
		};
	});
}

function shortIdentity({ name, email, at, offset }: Identity): ShortIdentity {
	return [name, email, at, offset];
}

function longIdentity([name, email, at, offset]: ShortIdentity): Identity {
	return { name, email, at, offset };
}

function shortState({ path, blob, version, effective }: PathState): ShortState {
	if (effective !== undefined) return [path, blob, version ?? null, effective];
	return version === undefined ? [path, blob] : [path, blob, version];
}

function longState([path, blob, version, effective]: ShortState): PathState {
	return {
		path,
		blob,
		...(version === undefined || version === null ? {} : { version }),
		...(effective === undefined ? {} : { effective }),
	};
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
