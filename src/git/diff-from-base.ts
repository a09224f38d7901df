import { CommandError } from '../diagnostics/command-error.ts';
import type { Git } from './open-git.ts';

/** A file that differs between where a branch began and the working tree. */
export interface ChangedFile {
	/** Relative to the top of the checkout, with `/`. */
	readonly path: string;
	/** Object id of the text where the branch began; null where none stood there. */
	readonly before: string | null;
	/** Whether a file stands there now. */
	readonly stands: boolean;
}

/**
 * What differs between the commit where a branch left `ref` (its merge base with HEAD) and the working tree, committed
 * or not, deleted and untracked files included. A usage error where git knows no such commit.
 */
export async function diffFromBase(
	git: Git,
	ref: string,
): Promise<{ readonly base: string; readonly files: readonly ChangedFile[] }> {
	// A ref is never an option: it may come from a branch somebody else named.
	const base = (await git.text(['merge-base', '--end-of-options', ref, 'HEAD']).catch(() => '')).trim();
	if (base === '') {
		throw new CommandError(`git knows no commit "${ref}" that HEAD shares a past with`, {
			help: 'Name a branch, tag or commit. In CI, fetch the whole history (fetch-depth: 0).',
		});
	}
	const tokens = (await git.text([...plainDiff, base, '--'])).split('\0');
	const files: ChangedFile[] = [];
	for (let index = 0; index + 1 < tokens.length; index += 2) {
		const [before = '', after = '', blob = ''] = (tokens[index] ?? '').slice(1).split(' ');
		files.push({
			path: tokens[index + 1] ?? '',
			before: before.startsWith('100') ? blob : null,
			stands: after.startsWith('100'),
		});
	}
	const untracked = await git.text(['ls-files', '--others', '--exclude-standard', '-z', '--full-name', ':/']);
	for (const path of untracked.split('\0')) if (path !== '') files.push({ path, before: null, stands: true });
	return { base, files };
}

const plainDiff = [
	'diff',
	'--raw',
	'-z',
	'--no-abbrev',
	'--no-ext-diff',
	'--no-textconv',
	'--no-renames',
	'--no-relative',
	'--ignore-submodules=all',
];
