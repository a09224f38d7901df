import { CommandError } from '../diagnostics/command-error.ts';
import { reasonOf, runGit } from './run-git.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Who git says the user is; undefined where it was never told. A name guessed from the machine does not count. */
export async function gitIdentity(
	folder: string,
	environment: Environment,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
	const said = await runGit(
		folder,
		['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'],
		environment,
	);
	const match = said.ok ? /^(?<name>.*) <(?<email>[^>]*)> \d+ [+-]\d{4}\s*$/.exec(said.stdout) : null;
	const { name = '', email = '' } = match?.groups ?? {};
	return name === '' || email === '' ? undefined : { name, email };
}

/** A usage error where git does not know who commits: asked before anything is written. */
export async function requireIdentity(folder: string, environment: Environment): Promise<void> {
	if ((await gitIdentity(folder, environment)) !== undefined) return;
	throw new CommandError('git does not know who you are, so nothing was written or committed', {
		help: 'Say it once: git config --global user.name "Your Name" and git config --global user.email you@example.com',
	});
}

/**
 * Makes one commit of exactly these files (paths relative to `folder`, or absolute) on the branch that is checked out;
 * what else is staged stays staged. Hooks run. Gives the short name of the commit.
 */
export async function commitFiles(
	folder: string,
	paths: readonly string[],
	message: string,
	environment: Environment,
): Promise<string> {
	const added = await runGit(folder, ['--literal-pathspecs', 'add', '--', ...paths], environment);
	if (!added.ok) throw failed('add', reasonOf(added), paths);
	const done = await runGit(
		folder,
		['--literal-pathspecs', 'commit', '--quiet', '-m', message, '--only', '--', ...paths],
		environment,
	);
	if (!done.ok) throw failed('commit', reasonOf(done), paths);
	return (await runGit(folder, ['rev-parse', '--short', 'HEAD'], environment)).stdout.trim();
}

function failed(word: string, reason: string, paths: readonly string[]): CommandError {
	const files = paths.length === 1 ? 'The file is' : 'The files are';
	return new CommandError(`git ${word} failed: ${reason}`, {
		help: `${files} written; nothing is committed. Mend the cause and commit by hand.`,
		exitCode: 3,
	});
}

/** Makes a repository in a folder, its first branch called `branch`. */
export async function makeRepository(
	folder: string,
	branch: string,
	environment: Environment,
): Promise<void> {
	const made = await runGit(folder, ['init', '--quiet', `--initial-branch=${branch}`], environment);
	if (!made.ok) throw new CommandError(`git init failed: ${reasonOf(made)}`, { exitCode: 3 });
}
