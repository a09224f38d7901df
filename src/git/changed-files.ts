import { CommandError } from '../diagnostics/command-error.ts';
import type { Git } from './open-git.ts';

/**
 * Files that differ from where a branch left `ref` (its merge base with HEAD), committed or not, untracked ones
 * included and deleted ones left out. Paths are relative to the top of the checkout, with `/`.
 */
export async function changedFiles(git: Git, ref: string): Promise<readonly string[]> {
	// A ref is never an option: it may come from a branch somebody else named.
	const base = await git.text(['merge-base', '--end-of-options', ref, 'HEAD']).catch(() => {
		throw new CommandError(`git knows no commit "${ref}" that HEAD shares a past with`, {
			help: 'Name a branch, tag or commit. In CI, fetch the whole history (fetch-depth: 0).',
		});
	});
	const tracked = await git.text([...plainDiff, base.trim(), '--']);
	const untracked = await git.text(['ls-files', '--others', '--exclude-standard', '-z']);
	return names(tracked + untracked);
}

/** Files that differ between HEAD and the index, deleted ones left out; all of the index before the first commit. */
export async function stagedFiles(git: Git): Promise<readonly string[]> {
	const hasCommit = await git.text(['rev-parse', '--verify', '--quiet', 'HEAD']).then(
		() => true,
		() => false,
	);
	if (!hasCommit) return names(await git.text(['ls-files', '--cached', '-z']));
	return names(await git.text([...plainDiff, '--cached', 'HEAD', '--']));
}

const plainDiff = [
	'diff',
	'--name-only',
	'-z',
	'--no-ext-diff',
	'--no-textconv',
	'--no-renames',
	'--diff-filter=d',
	'--ignore-submodules=all',
];

function names(output: string): readonly string[] {
	return [...new Set(output.split('\0').filter((name) => name !== ''))].sort();
}
