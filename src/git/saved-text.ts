import type { Git } from './open-git.ts';
import { unsavedFiles } from './unsaved-files.ts';

/** How a file of the checkout stands to the commit that is checked out. */
export interface SavedText {
	/** `saved` where the commit holds the file as it is. */
	readonly state: 'saved' | 'never committed' | 'changed' | 'in conflict';
	/** Object id of the text that the commit holds; empty where it holds none. */
	readonly blob: string;
}

/** Compares one file, by its path from the top of the checkout with `/`, with the commit that is checked out. */
export async function savedText(git: Git, path: string): Promise<SavedText> {
	const [unsaved] = await unsavedFiles(git, path);
	const listed = await git.text(['ls-tree', '-z', '--full-tree', 'HEAD', '--', path]).catch(() => '');
	const blob = /^\d+ blob (\S+)\t/.exec(listed)?.[1] ?? '';
	if (unsaved?.state === 'in conflict') return { state: 'in conflict', blob };
	if (blob === '') return { state: 'never committed', blob };
	return { state: unsaved === undefined ? 'saved' : 'changed', blob };
}
