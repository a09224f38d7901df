import type { Git } from '../open-git.ts';

/** Where a repository stands: its branches and what is missing of its past. */
export interface RepositoryState {
	/** Commit by full name of the ref; tags are followed to the commit they name. */
	readonly refs: ReadonlyMap<string, string>;
	/** What is checked out: a commit, and the branch unless it is detached; undefined before the first commit. */
	readonly head: { readonly commit: string; readonly branch: string | null } | undefined;
	/** The full name of the branch that is checked out, also before its first commit; null where detached. */
	readonly branch: string | null;
	/** The history is cut off at some commits (a shallow clone). */
	readonly shallow: boolean;
	/** Objects may have been left out when it was cloned (a partial clone). */
	readonly filtered: boolean;
}

/** Asks where a repository stands. */
export async function repositoryState(git: Git): Promise<RepositoryState> {
	const [refs, settings] = await Promise.all([
		git.text([
			'for-each-ref',
			'--format=%(HEAD)%(objectname) %(objecttype) %(*objectname) %(refname)',
			...places,
		]),
		git.text(['config', '--list', '--null']),
	]);
	const commits = new Map<string, string>();
	let branch: string | null = null;
	for (const line of refs.split('\n')) {
		const [, mark, object, type, peeled, name] = /^([ *])(\S+) (\S+) (\S*) (.+)$/.exec(line) ?? [];
		if (name === undefined || object === undefined) continue;
		if (mark === '*') branch = name;
		const commit = type === 'commit' ? object : type === 'tag' ? peeled : undefined;
		if (commit !== undefined && commit !== '') commits.set(name, commit);
	}
	const ask = (...words: readonly string[]) =>
		git.text(words).then(
			(said) => said.trim(),
			() => '',
		);
	// A branch before its first commit is no ref yet.
	branch ??= (await ask('symbolic-ref', '--quiet', 'HEAD')) || null;
	const commit =
		branch === null ? await ask('rev-parse', '--verify', '--quiet', 'HEAD') : (commits.get(branch) ?? '');
	return {
		refs: commits,
		head: commit === '' ? undefined : { commit, branch },
		branch,
		shallow: git.shallow,
		filtered: settings.split('\0').some((setting) => partial.test(setting)),
	};
}

/** Settings by which git knows that a clone is a partial one: a key and, on the next line, its value. */
const partial = /^(?:extensions\.partialclone|remote\..*\.(?:promisor|partialclonefilter))\n/;

/** Branches and tags, here and of remotes; not stashes, notes and what forges keep. */
const places = ['refs/heads', 'refs/remotes', 'refs/tags'];
