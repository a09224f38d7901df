/** Whom a commit names as its author, and what proves it: a name and an address in a commit are claims. */
export interface ChangeAuthor {
	readonly name: string;
	readonly email: string;
	/** Whose address it was, by the people register that stood before the change; null where nobody's, or several people's. */
	readonly person: string | null;
	readonly trust: 'commit-signed' | 'claimed';
	/** Why it is no more than a claim, as a clause; null where a signature proves it. */
	readonly cause: string | null;
}

/** The mainline commit that brought something, and who wrote it. */
export interface AuditedChange {
	readonly commit: string;
	/** Mainline time, in seconds. */
	readonly known: number;
	/** Authors of what it brought, in the order of the commits, each once. */
	readonly who: readonly ChangeAuthor[];
}

/** Authors as people read them: their ids, else what the commit claims. */
export function authorNames({ who }: Pick<AuditedChange, 'who'>): readonly string[] {
	return [...new Set(who.map(({ person, name, email }) => person ?? `${name} <${email}>`))];
}

/** The least of what proves the authors of a change; `claimed` where nobody is named. */
export function trustOf({ who }: Pick<AuditedChange, 'who'>): ChangeAuthor['trust'] {
	return who.length > 0 && who.every(({ trust }) => trust === 'commit-signed') ? 'commit-signed' : 'claimed';
}
