import { CommandError } from '../../diagnostics/command-error.ts';
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

/** `--diff-merges` and signatures by ssh keys came with 2.31 and 2.34. */
const oldest = [2, 34] as const;

/** Asks where a repository stands. Throws where git is older than `sop` can work with. */
export async function repositoryState(git: Git): Promise<RepositoryState> {
	const [version, facts, refs, symbolic, filters] = await Promise.all([
		git.text(['version']),
		git.text(['rev-parse', '--is-shallow-repository']),
		git.text(['for-each-ref', '--format=%(objectname) %(objecttype) %(*objectname) %(refname)', ...places]),
		git.text(['symbolic-ref', '--quiet', 'HEAD']).catch(() => ''),
		git
			.text([
				'config',
				'--get-regexp',
				'^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$',
			])
			.catch(() => ''),
	]);
	refuseOld(version);
	const branch = symbolic.trim() === '' ? null : symbolic.trim();
	const commits = new Map<string, string>();
	for (const line of refs.split('\n')) {
		const [, object, type, peeled, name] = /^(\S+) (\S+) (\S*) (.+)$/.exec(line) ?? [];
		if (name === undefined || object === undefined) continue;
		const commit = type === 'commit' ? object : type === 'tag' ? peeled : undefined;
		if (commit !== undefined && commit !== '') commits.set(name, commit);
	}
	const commit =
		(branch === null ? undefined : commits.get(branch)) ??
		(branch === null
			? (await git.text(['rev-parse', '--verify', '--quiet', 'HEAD']).catch(() => '')).trim()
			: '');
	return {
		refs: commits,
		head: commit === '' ? undefined : { commit, branch },
		branch,
		shallow: facts.trim() === 'true',
		filtered: filters.trim() !== '',
	};
}

/** Branches and tags, here and of remotes; not stashes, notes and what forges keep. */
const places = ['refs/heads', 'refs/remotes', 'refs/tags'];

function refuseOld(version: string): void {
	const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version) ?? [];
	const [least, and] = oldest;
	if (Number(major) > least || (Number(major) === least && Number(minor) >= and)) return;
	throw new CommandError(`git ${major}.${minor} is too old to read the history with`, {
		help: `Install git ${least}.${and} or newer.`,
		exitCode: 3,
	});
}
