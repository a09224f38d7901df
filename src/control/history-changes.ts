import { diffDocuments } from '../model/diff/diff-documents.ts';
import { canonicalText } from '../model/digest.ts';
import type { Sop } from '../model/documents.generated.ts';
import type { Mainline, TimeLevel } from '../model/history/mainline.ts';
import type { Trail, TrailEntry } from '../model/history/trail.ts';
import { normal } from '../model/history/version.ts';
import { sectionOfKey } from '../model/sections.ts';
import { instantText } from '../model/zone.ts';

/** An old text of a document, read. */
export interface OldText {
	/** Null where the text has no content value: it cannot be read. */
	readonly digest: string | null;
	readonly value: unknown;
}

/** A row of section 14, as far as history is held against it. */
export interface ClaimedRow {
	readonly version: string;
	readonly date: string | null;
	readonly author: string | null;
	readonly what: string | null;
}

/** What one commit did to a document, as `sop history --format json` gives it. */
export interface HistoryChange {
	readonly commit: string;
	readonly subject: string;
	readonly author: { readonly name: string; readonly email: string };
	/** Claims of whoever made the commit, as instants in UTC. */
	readonly authoredAt: string;
	readonly committedAt: string;
	/** When the mainline showed it; null where it never did. */
	readonly knownAt: string | null;
	/** How far that time can be trusted; null where there is none. */
	readonly knownLevel: TimeLevel | 'no later than' | null;
	readonly mainline: boolean;
	/** Full names of the branches that have it; null for what the mainline showed, and where there are too many to ask for. */
	readonly branches: readonly string[] | null;
	readonly merge: boolean;
	/** Whether the merge itself holds a text that none of its parents has. */
	readonly changedInMerge: boolean;
	/** `added or changed`: nobody can tell which, as what was before is not here. */
	readonly what:
		| 'added'
		| 'added or changed'
		| 'changed'
		| 'moved'
		| 'moved and changed'
		| 'layout'
		| 'removed'
		| 'returned';
	/** Path in the repository; null where it is gone. */
	readonly file: string | null;
	readonly renamedFrom: string | null;
	/** What stands in its place where it is gone. */
	readonly replacedBy: TrailEntry['replacedBy'];
	readonly version: string | null;
	readonly digest: string | null;
	/** `unknown`: the commit is signed, and nobody has checked by whom. */
	readonly signature: { readonly status: 'unknown' | 'none'; readonly principal: null };
	/** Numbers of the sections whose content differs, 0 for the header. */
	readonly sections: readonly number[];
	/** What changed of what a control rests on, each as a sentence without a full stop. */
	readonly controlRelevant: readonly string[];
	/** The row of its change log that has its version. */
	readonly changeLogRow: ClaimedRow | null;
}

/** What history changes are made from. */
export interface HistoryInput {
	readonly trail: Trail;
	/** Old texts by object id; none for what the repository does not have. */
	readonly textOf: (blob: string) => OldText | undefined;
	readonly mainline: Mainline;
	/** Commits of which nobody can tell whether they added it: what was before is not here. */
	readonly unseenBefore: ReadonlySet<string>;
	/** Whether history is cut off before the first mainline commit. */
	readonly cutOff: boolean;
	/** Branches of commits that the mainline never showed. */
	readonly branchesOf: ReadonlyMap<string, readonly string[]>;
	/** Whether a commit bears a signature. */
	readonly isSigned: (commit: string) => boolean;
}

/** What happened to a document, newest first, each commit once. */
export function historyChanges(input: HistoryInput): readonly HistoryChange[] {
	const { trail } = input;
	return trail.entries.map((entry, index) => changeOf(input, entry, trail.entries.slice(index + 1)));
}

function changeOf(
	{ textOf, mainline, unseenBefore, cutOff, branchesOf, isSigned }: HistoryInput,
	entry: TrailEntry,
	earlier: readonly TrailEntry[],
): HistoryChange {
	const { commit, before, after } = entry;
	const [to] = after;
	// Where a copy stands beside, the text at the same path is the one that was changed.
	const from = before.find(({ path }) => path === to?.path) ?? before[0];
	const [old, now] = [from && textOf(from.blob), to && textOf(to.blob)];
	const known = entry.broughtBy === null ? undefined : mainline.at(entry.broughtBy);
	const what = whatOf(
		entry,
		old,
		now,
		earlier.some((one) => (one.mainline === null) === (entry.mainline === null)),
		unseenBefore.has(commit.id),
	);
	return {
		commit: commit.id,
		subject: commit.subject,
		author: { name: commit.author.name, email: commit.author.email },
		authoredAt: instantText(commit.author.at),
		committedAt: instantText(commit.committer.at),
		knownAt: known === undefined ? null : instantText(known.time),
		knownLevel: known === undefined ? null : cutOff && entry.broughtBy === 0 ? 'no later than' : known.level,
		mainline: entry.mainline !== null,
		branches: branchesOf.get(commit.id) ?? null,
		merge: commit.parents > 1,
		changedInMerge: entry.changedInMerge,
		what,
		file: to?.path ?? null,
		renamedFrom: from !== undefined && to !== undefined && from.path !== to.path ? from.path : null,
		replacedBy: entry.replacedBy,
		version: to?.version ?? null,
		digest: now?.digest ?? null,
		signature: { status: isSigned(commit.id) ? 'unknown' : 'none', principal: null },
		sections: to === undefined || what === 'added or changed' ? [] : sectionsBetween(old?.value, now?.value),
		controlRelevant: relevantBetween(old?.value, now?.value),
		changeLogRow: to?.version === undefined ? null : rowOf(now?.value, to.version),
	};
}

function whatOf(
	{ before, after }: TrailEntry,
	old: OldText | undefined,
	now: OldText | undefined,
	stoodBefore: boolean,
	isUnseen: boolean,
): HistoryChange['what'] {
	if (after.length === 0) return 'removed';
	if (before.length === 0 && isUnseen) return 'added or changed';
	if (before.length === 0) return stoodBefore ? 'returned' : 'added';
	const moved = before[0]?.path !== after[0]?.path;
	const same =
		before[0]?.blob === after[0]?.blob || (typeof now?.digest === 'string' && now.digest === old?.digest);
	if (moved) return same ? 'moved' : 'moved and changed';
	return same ? 'layout' : 'changed';
}

/** Sections in which two contents differ; of a new document all it has, of an unreadable one none. */
function sectionsBetween(old: unknown, now: unknown): readonly number[] {
	const [a, b] = [keysOf(old), keysOf(now)];
	const differing = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
	return [...new Set(differing.map((key) => sectionOfKey(key) ?? 0))].sort((x, y) => x - y);
}

/** What changed between two contents that a control rests on. */
function relevantBetween(old: unknown, now: unknown): readonly string[] {
	if (typeof old !== 'object' || old === null || typeof now !== 'object' || now === null) return [];
	// The comparison looks at each value before it trusts its type.
	return diffDocuments(old as Sop, now as Sop).flatMap(({ controlRelevant, words }) =>
		controlRelevant ? [words] : [],
	);
}

function keysOf(value: unknown): ReadonlyMap<string, string> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
	return new Map(Object.entries(value).map(([key, content]) => [key, canonicalText(content)]));
}

function rowOf(value: unknown, version: string): ClaimedRow | null {
	const log: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'change_log') : undefined;
	if (!Array.isArray(log)) return null;
	for (const row of log) {
		const text = (key: string) => {
			const found: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined;
			return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
		};
		const claimed = text('version');
		if (claimed !== null && normal(claimed) === normal(version))
			return { version: claimed, date: text('date'), author: text('author'), what: text('what') };
	}
	return null;
}
