import { CommandError } from '../diagnostics/command-error.ts';
import { reasonOf, runGit } from './run-git.ts';

/**
 * Makes a repository of a bundle, a file that holds commits: its branch `main` checked out in `folder`, which must be
 * empty or not there. Nothing is fetched from anywhere, and no template of the user's is copied into it.
 */
export async function cloneBundle(
	bundle: string,
	folder: string,
	at: string,
	environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
	const words = ['clone', '--quiet', '--template=', '--origin', 'bundle', '--branch', 'main'];
	const cloned = await runGit(at, [...words, '--', bundle, folder], environment);
	if (!cloned.ok) throw failed('clone', reasonOf(cloned));
	// The file lies wherever this package does; nobody is to push there.
	const freed = await runGit(folder, ['remote', 'remove', 'bundle'], environment);
	if (!freed.ok) throw failed('remote remove', reasonOf(freed));
}

function failed(word: string, reason: string): CommandError {
	return new CommandError(`git ${word} failed: ${reason}`, { exitCode: 3 });
}
