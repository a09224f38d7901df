import { CommandError } from '../diagnostics/command-error.ts';
import type { Git } from './open-git.ts';

/**
 * The commit where the branch that is checked out left `ref`: the newest one on the line of first parents of `ref` that
 * HEAD has in its past. Unlike a merge base it is always a commit that `ref` itself has shown, never one of a branch
 * that was merged into it. A usage error where git knows no such commit.
 */
export async function branchPoint(git: Git, ref: string): Promise<string> {
	// A ref is never an option: it may come from a branch somebody else named.
	const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
	const tip = (await git.text(words).catch(() => '')).trim();
	if (tip === '') {
		throw new CommandError(`git knows no commit ${JSON.stringify(ref)} to take the policy from`, {
			help: 'Name a branch, tag or commit. In CI, fetch the whole history (fetch-depth: 0).',
		});
	}
	const ahead = await git
		.text(['rev-list', '--first-parent', '--parents', tip, '^HEAD', '--'])
		.catch(() => undefined);
	if (ahead === undefined) {
		throw new CommandError('There is no commit here yet, so no branch has left another', {
			help: 'git commit makes the first.',
		});
	}
	const oldest = ahead.trim().split('\n').at(-1) ?? '';
	const point = oldest === '' ? tip : oldest.split(' ')[1];
	if (point === undefined) {
		throw new CommandError(
			`HEAD shares no past with ${JSON.stringify(ref)}, so there is no policy to take from it`,
			{
				help: git.shallow
					? 'The history is cut off: fetch the whole of it (git fetch --unshallow; in CI fetch-depth: 0).'
					: 'Name the branch that this one began on.',
			},
		);
	}
	return point;
}
