import type { Change, Commit, Identity } from './commit.ts';
import type { Header } from './header.ts';

/** A commit without what it changed. */
export type CommitFacts = Pick<Commit, 'id' | 'author' | 'committer' | 'subject'> & {
	readonly parents: number;
};

/** A text at a path, with what its header says. */
export interface PathState {
	/** Relative to the top of the repository, with `/`. */
	readonly path: string;
	/** Object id of the text. */
	readonly blob: string;
	/** Of a document: the version it states. */
	readonly version?: string;
	/** Of a document: the first day in force it states. */
	readonly effective?: string;
}

/** One commit that changed the text or the place of a document, register, record or config. */
export interface TrailEntry {
	readonly commit: CommitFacts;
	/** Position on the mainline, 0 for its first commit; null off it. */
	readonly mainline: number | null;
	/** Position of the mainline commit that brought it; null where none ever did. */
	readonly broughtBy: number | null;
	/** Whether the content is that of none of the merge's parents. */
	readonly changedInMerge: boolean;
	/** Where it stood before, against the first parent; empty where it came. More than one where two files had one id. */
	readonly before: readonly PathState[];
	/** Where it stands after; empty where it went. */
	readonly after: readonly PathState[];
	/**
	 * What stands in its place where it went: a link, a submodule, a text without this id, one that nobody has here;
	 * null where nothing does.
	 */
	readonly replacedBy: 'link' | 'submodule' | 'other text' | 'text not here' | null;
}

/** Everything that ever happened to one document, newest first: what a commit brought stands below it. */
export interface Trail {
	/** The id of a document, or the path of a register, record or config. */
	readonly key: string;
	readonly entries: readonly TrailEntry[];
}

/** What tells apart what is followed by its id from what is followed by its path. */
export interface TrailKeys {
	/** The key of a text at a path; undefined where nothing follows it. */
	keyOf(path: string, blob: string): string | undefined;
	/** What the header of a text says; undefined for what is no document. */
	headerOf(blob: string): Header | undefined;
}

/**
 * Sorts what commits did by what they did it to. A document is followed by its own id, wherever it stands: renames,
 * swapped files and copies need no guess. Merges off the mainline count only where they hold a text of their own.
 */
export function trailsOf(
	commits: readonly Commit[],
	brought: ReadonlyMap<string, number>,
	isMainline: (id: string) => boolean,
	keys: TrailKeys,
): Map<string, TrailEntry[]> {
	const trails = new Map<string, TrailEntry[]>();
	for (const commit of commits) {
		const mainline = isMainline(commit.id) ? (brought.get(commit.id) ?? null) : null;
		const isMerge = commit.parents.length > 1;
		const own = new Set(commit.changedInMerge ?? []);
		const changes =
			isMerge && mainline === null ? commit.changes.filter(({ path }) => own.has(path)) : commit.changes;
		if (changes.length === 0) continue;
		const facts = factsOf(commit);
		for (const [key, states] of statesByKey(changes, keys)) {
			const entry: TrailEntry = {
				commit: facts,
				mainline,
				broughtBy: brought.get(commit.id) ?? null,
				changedInMerge: states.after.some(({ path }) => own.has(path)),
				...states,
			};
			const trail = trails.get(key);
			if (trail) trail.push(entry);
			else trails.set(key, [entry]);
		}
	}
	return trails;
}

/**
 * A merge has a text of its own only where it did not find it at another path: one that follows a file which one side
 * moved and the other changed holds what the other wrote. At the same path git has compared it with every parent.
 * Entries are children before parents: what came later tells nothing about where a merge had its text from.
 */
export function withOwnTexts(entries: readonly TrailEntry[]): readonly TrailEntry[] {
	if (!entries.some(({ changedInMerge }) => changedInMerge)) return entries;
	const pathsOf = new Map<string, Set<string>>();
	const told: TrailEntry[] = [];
	for (const entry of entries.toReversed()) {
		const found = ({ path, blob }: PathState) =>
			entry.before.some((from) => from.blob === blob) ||
			[...(pathsOf.get(blob) ?? [])].some((other) => other !== path);
		const isOwn = entry.changedInMerge && entry.after.some((state) => !found(state));
		told.push(isOwn === entry.changedInMerge ? entry : { ...entry, changedInMerge: isOwn });
		for (const { path, blob } of entry.after) pathsOf.set(blob, (pathsOf.get(blob) ?? new Set()).add(path));
	}
	return told.reverse();
}

/** Newest first by the mainline commit that brought them, that commit itself first; what none has brought at the top. */
export function newestFirst(entries: readonly TrailEntry[]): readonly TrailEntry[] {
	const place = (entry: TrailEntry) => entry.broughtBy ?? Number.POSITIVE_INFINITY;
	// `sort` is stable, and git gave children before their parents.
	return [...entries].sort((a, b) =>
		place(a) === place(b) ? Number(b.mainline !== null) - Number(a.mainline !== null) : place(b) - place(a),
	);
}

type States = Pick<TrailEntry, 'before' | 'after' | 'replacedBy'>;

function statesByKey(
	changes: readonly Change[],
	{ keyOf, headerOf }: TrailKeys,
): ReadonlyMap<string, States> {
	const found = new Map<
		string,
		{ before: PathState[]; after: PathState[]; replacedBy: States['replacedBy'] }
	>();
	const statesOf = (key: string) => {
		const known = found.get(key) ?? { before: [], after: [], replacedBy: null };
		found.set(key, known);
		return known;
	};
	for (const { path, before, after } of changes) {
		const from = before?.kind === 'file' ? keyOf(path, before.blob) : undefined;
		const to = after?.kind === 'file' ? keyOf(path, after.blob) : undefined;
		if (before !== null && from !== undefined) {
			const states = statesOf(from);
			states.before.push(stateOf(path, before.blob, headerOf(before.blob)));
			if (after !== null && to !== from)
				states.replacedBy = after.kind === 'file' ? textInPlace(headerOf(after.blob)) : after.kind;
		}
		if (after !== null && to !== undefined)
			statesOf(to).after.push(stateOf(path, after.blob, headerOf(after.blob)));
	}
	for (const states of found.values()) if (states.after.length > 0) states.replacedBy = null;
	return found;
}

function textInPlace(header: Header | undefined): 'other text' | 'text not here' {
	return header === undefined ? 'text not here' : 'other text';
}

function stateOf(path: string, blob: string, header: Header | undefined): PathState {
	const { version, effective } = header ?? {};
	return {
		path,
		blob,
		...(version === undefined ? {} : { version }),
		...(effective === undefined ? {} : { effective }),
	};
}

function factsOf({ id, author, committer, subject, parents }: Commit): CommitFacts {
	return { id, author: plain(author), committer: plain(committer), subject, parents: parents.length };
}

function plain({ name, email, at, offset }: Identity): Identity {
	return { name, email, at, offset };
}
