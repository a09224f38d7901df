import { runGit } from './run-git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether anything was ever committed on the branch that is checked out. */
export async function hasCommit(folder: string, environment: Environment): Promise<boolean> {
	return (await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'], environment)).ok;
}

/**
 * The branch that counts: `main` where there is one, else the default branch of the remote, else the one checked out.
 * Undefined where none can be told.
 */
export async function likelyMainline(folder: string, environment: Environment): Promise<string | undefined> {
	const ask = async (...words: readonly string[]) => {
		const said = await runGit(folder, words, environment);
		return said.ok ? said.stdout.trim() : '';
	};
	for (const ref of ['refs/heads/main', 'refs/remotes/origin/main'])
		if ((await ask('rev-parse', '--verify', '--quiet', ref)) !== '') return 'main';
	const remote = await ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
	if (remote !== '') return remote.replace(/^origin\//, '');
	return (await ask('symbolic-ref', '--quiet', '--short', 'HEAD')) || undefined;
}

/** Those of some paths (relative to the folder) that git is told to ignore: `git add` would refuse them. */
export async function ignoredPaths(
	folder: string,
	paths: readonly string[],
	environment: Environment,
): Promise<ReadonlySet<string>> {
	if (paths.length === 0) return new Set();
	const said = await runGit(folder, ['check-ignore', '-z', '--stdin'], environment, paths.join('\0'));
	return new Set(said.stdout.split('\0').filter((path) => path !== ''));
}

/** Where git looks for hooks, absolute, and whether that folder is shared with other repositories. */
export async function hookFolder(
	folder: string,
	environment: Environment,
): Promise<{ readonly path: string; readonly shared: boolean }> {
	const ask = async (...words: readonly string[]) =>
		(await runGit(folder, ['rev-parse', '--path-format=absolute', ...words], environment)).stdout.trim();
	const path = await ask('--git-path', 'hooks');
	const homes = [await ask('--git-common-dir'), await ask('--show-toplevel')];
	return { path, shared: !homes.some((home) => home !== '' && path.startsWith(`${home}/`)) };
}
