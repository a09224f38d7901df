import { readCommits } from '../../git/history/read-commits.ts';
import type { Git } from '../../git/open-git.ts';
import type { Commit } from '../../model/history/commit.ts';
import { broughtBy, mainlineChain } from '../../model/history/mainline.ts';
import { newestFirst, type TrailEntry, trailsOf, withOwnTexts } from '../../model/history/trail.ts';
import { followedBy } from './followed-by.ts';
import { headersOfTexts } from './headers-of-texts.ts';
import type { CommitShape, HistoryIndex, IndexHeader } from './history-index.ts';
import { printIndex } from './history-index.ts';
import { pathKey } from './library-history.ts';

/** What decides which index is wanted: all of its header that is known before anything is read. */
export type WantedIndex = Omit<IndexHeader, 'missing' | 'unseen' | 'begin' | 'length'>;

/** How an index is to be built. */
export interface IndexRequest {
	readonly git: Git;
	/** Whether objects may have been left out when the repository was cloned. */
	readonly filtered: boolean;
	/** Called now and then with the number of commits read. */
	readonly onCommits?: (count: number) => void;
}

/** The text of a new index: of all commits, or of those that came since an older one was made. */
export async function buildIndex(
	request: IndexRequest,
	wanted: WantedIndex,
	older: HistoryIndex | undefined,
): Promise<string> {
	const { git, filtered, onCommits } = request;
	const { prefix } = wanted;
	const read = await readCommits(git, {
		from: wanted.tips,
		without: older?.header.tips ?? [],
		isWanted: (path) => followedBy(path, prefix) !== undefined,
		...(onCommits === undefined ? {} : { onCommits }),
	});
	const shapes = [...read.map(shapeOf), ...(older?.commits() ?? [])];
	const byId = new Map(shapes.map((commit) => [commit.id, commit]));
	const chain = wanted.head === null ? [] : mainlineChain(byId, wanted.head);
	if (older !== undefined && movesMerges(older, chain)) return buildIndex(request, wanted, undefined);

	const brought = broughtBy(byId, chain);
	const onMainline = new Set(chain.map(({ id }) => id));
	const { headers, missing } = await headersOfTexts(git, textsOf(read, prefix), filtered);
	const trails = trailsOf(read, brought, (id) => onMainline.has(id), {
		keyOf: (path, blob) =>
			followedBy(path, prefix) === 'path' ? pathKey(path.slice(prefix.length)) : headers.get(blob)?.id,
		headerOf: (blob) => headers.get(blob),
	});
	if (older !== undefined) addOlder(trails, older, brought, onMainline);
	const sorted = new Map([...trails].map(([key, entries]) => [key, newestFirst(withOwnTexts(entries))]));
	// An index that lacks texts is never added to, so all commits were read.
	const unseen =
		missing === 0
			? -1
			: unseenIn(read, prefix, headers, (id) => (onMainline.has(id) ? (brought.get(id) ?? -1) : -1));
	const header = { ...wanted, missing, unseen, begin: beginOf(sorted), length: chain.length };
	return printIndex(header, chain, shapes, sorted);
}

function unseenIn(
	commits: readonly Commit[],
	prefix: string,
	headers: ReadonlyMap<string, unknown>,
	positionOf: (id: string) => number,
): number {
	let newest = -1;
	for (const { id, changes } of commits)
		for (const { path, after } of changes)
			if (after?.kind === 'file' && followedBy(path, prefix) === 'id' && !headers.has(after.blob))
				newest = Math.max(newest, positionOf(id));
	return newest;
}

/** Texts of documents, before and after, each once. */
function textsOf(commits: readonly Commit[], prefix: string): ReadonlySet<string> {
	const texts = new Set<string>();
	for (const { changes } of commits)
		for (const { path, before, after } of changes) {
			if (followedBy(path, prefix) !== 'id') continue;
			if (before?.kind === 'file') texts.add(before.blob);
			if (after?.kind === 'file') texts.add(after.blob);
		}
	return texts;
}

/**
 * Whether a merge joined the mainline or left it: of those on it all that they brought was kept, of those beside it
 * only what they changed themselves.
 */
function movesMerges(older: HistoryIndex, chain: readonly CommitShape[]): boolean {
	const before = new Set(Array.from({ length: older.chain.length }, (_, at) => older.chain.idAt(at)));
	const now = new Set(chain.map(({ id }) => id));
	return older.commits().some(({ id, parents }) => parents.length > 1 && before.has(id) !== now.has(id));
}

/** Entries read before, at the places they have now. */
function addOlder(
	trails: Map<string, TrailEntry[]>,
	older: HistoryIndex,
	brought: ReadonlyMap<string, number>,
	onMainline: ReadonlySet<string>,
): void {
	for (const key of older.keys) {
		const entries = (older.trail(key)?.entries ?? []).map((entry) => {
			const position = brought.get(entry.commit.id) ?? null;
			return { ...entry, broughtBy: position, mainline: onMainline.has(entry.commit.id) ? position : null };
		});
		trails.set(key, [...(trails.get(key) ?? []), ...entries]);
	}
}

function beginOf(trails: ReadonlyMap<string, readonly TrailEntry[]>): number {
	let begin = -1;
	for (const [key, entries] of trails) {
		if (key.startsWith('/')) continue;
		for (const { mainline } of entries)
			if (mainline !== null && (begin < 0 || mainline < begin)) begin = mainline;
	}
	return begin;
}

function shapeOf({ id, parents, committer }: Commit): CommitShape {
	return { id, parents, at: committer.at };
}
