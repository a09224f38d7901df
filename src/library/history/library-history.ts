import type { MainlineRef } from '../../git/history/mainline-ref.ts';
import type { RepositoryState } from '../../git/history/repository-state.ts';
import type { Mainline } from '../../model/history/mainline.ts';
import type { Trail } from '../../model/history/trail.ts';

/** The past of a library, as git holds it: one mainline, and what happened to every document on it and beside it. */
export interface LibraryHistory {
	/** The branch that decides; undefined where the repository has none. */
	readonly ref: MainlineRef | undefined;
	/** Its commits, oldest first; empty where there is none. */
	readonly mainline: Mainline;
	/** The mainline as it was when the commit at a position was its newest: later commits may move times of older ones. */
	mainlineUpTo(position: number): Mainline;
	/** Position of the first mainline commit that holds a document of the library; -1 where none does. */
	readonly begin: number;
	/** Why some of the past cannot be seen, as a noun: `shallow clone`; null where all of it can. */
	readonly partial: string | null;
	/** Position of the newest mainline commit that shows a text which is not here; -1 where none does. */
	readonly unseen: number;
	/** Where the repository stands: its refs, and whether its history is cut off. */
	readonly state: RepositoryState;
	/** Where the library lies in the repository: empty at its top, else ending in `/`. */
	readonly prefix: string;
	/** Ids of all documents that ever stood in any commit, in the order of their code units. */
	readonly ids: readonly string[];
	/** What happened to a document, by its id, or to a register, record or config, by its path in the library. */
	trail(key: string): Trail | undefined;
	/** Paths in the library of all registers, records and configs that ever stood in any commit. */
	readonly files: readonly string[];
}

/** The key of what is followed by its path: no id begins with a slash. A line break in a path, of all things, is a NUL in its key. */
export function pathKey(path: string): string {
	return `/${path.replaceAll('\n', '\0')}`;
}

/** The path of a key, or undefined where it is that of a document. */
export function pathOfKey(key: string): string | undefined {
	return key.startsWith('/') ? key.slice(1).replaceAll('\0', '\n') : undefined;
}
