import { CommandError } from '../diagnostics/command-error.ts';
import type { Git } from './open-git.ts';

/**
 * Files that differ from where a branch left `ref` (its merge base with HEAD), committed or not, untracked ones
 * included and deleted ones left out; before the first commit, all. Paths are relative to the top of the checkout,
 * with `/`.
 */
export async function changedFiles(git: Git, ref: string): Promise<readonly string[]> {
	const untracked = await git.text(['ls-files', '--others', '--exclude-standard', '-z']);
	if (ref === 'HEAD' && !(await hasCommit(git)))
		return names((await git.text(['ls-files', '--cached', '-z'])) + untracked);
	// A ref is never an option: it may come from a branch somebody else named.
	const base = await git.text(['merge-base', '--end-of-options', ref, 'HEAD']).catch(() => '');
	if (base.trim() === '') {
		throw new CommandError(`git knows no commit "${ref}" that HEAD shares a past with`, {
			help: 'Name a branch, tag or commit. In CI, fetch the whole history (fetch-depth: 0).',
		});
	}
	const tracked = await git.text([...plainDiff, base.trim(), '--']);
	return names(tracked + untracked);
}

/**
 * Files that differ between HEAD and the index, deleted ones left out; all of the index before the first commit. Links
 * and submodules are left out: what is staged of them is no document. A usage error where a merge has left a conflict.
 */
export async function stagedFiles(git: Git): Promise<readonly string[]> {
	const changed = (await hasCommit(git))
		? await git.text([...plainDiff, '--cached', 'HEAD', '--'])
		: await git.text(['ls-files', '--cached', '-z']);
	const kinds = new Map<string, string>();
	for (const entry of (await git.text(['ls-files', '--stage', '-z'])).split('\0')) {
		// MODE HASH STAGE<tab>PATH
		const match = /^(?<mode>\d+) \S+ (?<stage>\d)\t(?<path>.*)$/s.exec(entry)?.groups;
		if (match?.['path'] !== undefined) {
			kinds.set(match['path'], match['stage'] === '0' ? (match['mode'] ?? '') : 'conflict');
		}
	}
	const staged = names(changed);
	const conflict = staged.find((name) => kinds.get(name) === 'conflict');
	if (conflict !== undefined) {
		throw new CommandError(`A merge has left ${conflict} in conflict, so nothing of it is staged`, {
			help: 'Settle the conflict and git add the file.',
		});
	}
	return staged.filter((name) => kinds.get(name)?.startsWith('100'));
}

/** Whether anything was ever committed on the branch that is checked out. */
function hasCommit(git: Git): Promise<boolean> {
	// Without output and without a complaint it has failed.
	return git.text(['rev-parse', '--verify', '--quiet', 'HEAD']).then(
		(hash) => hash.trim() !== '',
		() => false,
	);
}

const plainDiff = [
	'diff',
	'--name-only',
	'-z',
	'--no-ext-diff',
	'--no-textconv',
	'--no-renames',
	'--no-relative',
	'--diff-filter=d',
	'--ignore-submodules=all',
];

function names(output: string): readonly string[] {
	return [...new Set(output.split('\0').filter((name) => name !== ''))].sort();
}
