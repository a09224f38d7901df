/** A name, an address and a time as they stand in a commit: claims of whoever made it, mapped by nothing. */
export interface Identity {
	readonly name: string;
	readonly email: string;
	/** Seconds since 1970-01-01 UTC. */
	readonly at: number;
	/** The offset from UTC that the commit states, in minutes. */
	readonly offset: number;
}

/** What stands at a path in a commit. */
export interface FileState {
	/** Object id. */
	readonly blob: string;
	/** `file`, `link` (a symbolic one) or `submodule`. */
	readonly kind: 'file' | 'link' | 'submodule';
}

/** What a commit did to one path, against its first parent: null where nothing stood, or stands. */
export interface Change {
	/** Relative to the top of the repository, with `/`. */
	readonly path: string;
	readonly before: FileState | null;
	readonly after: FileState | null;
}

/** A commit as git has it. */
export interface Commit {
	readonly id: string;
	readonly parents: readonly string[];
	readonly author: Identity;
	readonly committer: Identity;
	/** First line of the message. */
	readonly subject: string;
	/** What differs from the first parent; of the first commit, all of it. */
	readonly changes: readonly Change[];
	/** Of a merge: paths whose content is that of none of its parents. */
	readonly changedInMerge?: readonly string[];
}
