import type { Git } from './open-git.ts';

/** A file that differs from the last commit. */
export interface UnsavedFile {
	/** Relative to the top of the checkout, with `/`. */
	readonly path: string;
	readonly state: 'new' | 'changed' | 'deleted' | 'renamed' | 'in conflict';
}

/** Files below a folder (relative to the top, `''` for all) that no commit holds as they are, sorted by path. */
export async function unsavedFiles(git: Git, folder: string): Promise<readonly UnsavedFile[]> {
	// A pathspec by its letters: a folder may be called `:(exclude)x` or `*`.
	const where = folder === '' ? [] : ['--', `:(top,literal)${folder}`];
	const output = await git.text([
		'status',
		'--porcelain=v1',
		'-z',
		'--untracked-files=all',
		'--ignore-submodules=all',
		...where,
	]);
	return [...readStatus(output)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads `git status --porcelain=v1 -z`: two letters, a space, a path; after that of a rename stands the old path. */
export function* readStatus(output: string): Generator<UnsavedFile> {
	const parts = output.split('\0');
	for (let at = 0; at < parts.length; at++) {
		const part = parts[at] ?? '';
		if (part.length < 4) continue;
		const letters = part.slice(0, 2);
		if (/[RC]/.test(letters)) at++;
		yield { path: part.slice(3), state: stateOf(letters) };
	}
}

function stateOf(letters: string): UnsavedFile['state'] {
	if (letters === 'AA' || letters === 'DD' || letters.includes('U')) return 'in conflict';
	if (letters === '??' || letters.startsWith('A') || letters.startsWith('C')) return 'new';
	if (letters.startsWith('R')) return 'renamed';
	return letters.includes('D') ? 'deleted' : 'changed';
}
