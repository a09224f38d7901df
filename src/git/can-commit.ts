import { CommandError } from '../diagnostics/command-error.ts';
import { requireIdentity } from './commit-files.ts';
import { runGit } from './run-git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A usage error unless a commit of nothing but new files can be made on a branch: git knows who commits, a branch is
 * checked out, no merge is under way, and nothing is staged. Asked before anything is written.
 */
export async function requireRoomToCommit(folder: string, environment: Environment): Promise<void> {
	await requireIdentity(folder, environment);
	const ask = (...words: readonly string[]) => runGit(folder, words, environment);
	if (!(await ask('symbolic-ref', '--quiet', 'HEAD')).ok)
		throw refused('No branch is checked out', 'Check one out first: git switch BRANCH.');
	if ((await ask('rev-parse', '--quiet', '--verify', 'MERGE_HEAD')).ok)
		throw refused('A merge is under way', 'End it first: git commit, or git merge --abort.');
	const { ok, stdout } = await ask('diff', '--cached', '--name-only', '--no-renames', '--no-relative', '-z');
	const [first, ...more] = stdout.split('\0').filter((name) => name !== '');
	if (!ok) throw refused('git does not tell what is staged', 'git status says more.');
	if (first !== undefined) {
		const others = more.length === 0 ? 'is' : `and ${more.length} more are`;
		throw refused(
			`${JSON.stringify(first)} ${others} staged already`,
			'Commit what is staged first, or unstage it: git restore --staged . A record gets a commit of its own.',
		);
	}
}

function refused(why: string, help: string): CommandError {
	return new CommandError(`${why}, so nothing was written or committed`, { help });
}
