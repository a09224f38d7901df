import type { RepositoryState } from './repository-state.ts';

/** The branch that decides what is in force. */
export interface MainlineRef {
	/** Full name, such as `refs/remotes/origin/main`. */
	readonly ref: string;
	/** Its newest commit. */
	readonly commit: string;
}

/**
 * Finds the mainline: the branch that the config names, else `main`, of the remote before the local one, as only what
 * was pushed is on it. Where nothing is named and there is no `main`: the default branch of the remote, else the
 * branch that is checked out. Undefined where there is none.
 */
export function mainlineRef(state: RepositoryState, named: string | undefined): MainlineRef | undefined {
	const name = named ?? 'main';
	const exact = name.startsWith('refs/') ? [name] : [`refs/remotes/origin/${name}`, `refs/heads/${name}`];
	const fallback =
		named === undefined ? ['refs/remotes/origin/HEAD', ...(state.branch === null ? [] : [state.branch])] : [];
	for (const ref of [...exact, ...fallback]) {
		const commit = state.refs.get(ref);
		if (commit !== undefined) return { ref, commit };
	}
	return undefined;
}
