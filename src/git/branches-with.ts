import type { Git } from './open-git.ts';

/** Full names of the branches, here and of remotes, that a commit can be reached from. */
export async function branchesWith(git: Git, commit: string): Promise<readonly string[]> {
	const words = ['for-each-ref', '--format=%(refname)', `--contains=${commit}`, 'refs/heads', 'refs/remotes'];
	const names = (await git.text(words)).split('\n').filter((name) => name !== '');
	// The default branch of a remote is another name for one of the others.
	return names.filter((name) => !/^refs\/remotes\/[^/]+\/HEAD$/.test(name));
}
