import type { Git } from './open-git.ts';

/** How many commits can be reached from one commit and not from another. */
export async function commitsAhead(git: Git, commit: string, than: string): Promise<number> {
	return Number(await git.text(['rev-list', '--count', commit, `^${than}`, '--']));
}
