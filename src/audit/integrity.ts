/** What was found of the repository as a whole, beside what stands in it: plain values, gathered by running git. */
export interface Integrity {
	readonly objectFormat: 'sha1' | 'sha256';
	/** The last commit of the mainline that is known. */
	readonly head: string;
	/** The first commit that holds a document; null where none does. */
	readonly begin: string | null;
	/** Whether history is cut off before its first commit. */
	readonly isShallow: boolean;
	/** Whether some objects were left out when it was cloned. */
	readonly isPartial: boolean;
	/** What the mainline changed or removed of records, in its whole length. */
	readonly lostRecords: readonly LostInHistory[];
	/** What `git fsck` said. */
	readonly fsck:
		| { readonly ran: true; readonly problems: readonly string[] }
		| { readonly ran: false; readonly why: string };
	/** The packet before, as the caller gave it; null where none was. */
	readonly predecessor: Predecessor | null;
}

/** A commit that changed or removed a record. */
export interface LostInHistory {
	/** Relative to the library. */
	readonly file: string;
	/** The document that its path names; undefined for trainings, whose files are those of people. */
	readonly document: string | undefined;
	readonly what: 'changed' | 'removed';
	/** The position of the commit on the mainline. */
	readonly position: number;
	/** The position of the one that brought it back as it was; undefined where none has. */
	readonly back: number | undefined;
}

/** An earlier packet of the same library. */
export interface Predecessor {
	/** The packet's hash: the SHA-256 of its manifest. */
	readonly manifestSha256: string;
	/** The commit that it was made from. */
	readonly head: string;
	/** Whether that commit is on the first-parent chain of the mainline; null where that cannot be told. */
	readonly isOnChain: boolean | null;
}
