import type { Git } from '../open-git.ts';

/** What a commit holds at one path. */
export interface TreeEntry {
	/** Relative to the top of the repository, with `/`. */
	readonly path: string;
	readonly kind: 'file' | 'link' | 'submodule';
	/** Object id. */
	readonly id: string;
}

/** All that a commit holds, whatever is checked out, in the order of git. */
export async function treeAt(git: Git, commit: string): Promise<readonly TreeEntry[]> {
	const listed = await git.text(['ls-tree', '-r', '-z', '--full-tree', commit]);
	return listed.split('\0').flatMap((line) => {
		const [, mode = '', id = '', path = ''] = /^(\d+) \w+ (\S+)\t(.*)$/s.exec(line) ?? [];
		if (path === '') return [];
		return [{ path, id, kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file' }];
	});
}

/** Sizes of objects in bytes; none for what the repository does not have. Only what is here may be asked for. */
export async function sizesOf(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
	const sizes = new Map<string, number>();
	if (ids.length === 0) return sizes;
	let rest = '';
	const lines = (function* () {
		for (const id of ids) yield `${id}\n`;
	})();
	const check = ['cat-file', '--batch-check=%(objectname) %(objectsize)', '--buffer'];
	for await (const piece of git.stream(check, lines)) {
		const text = (rest + piece.toString('latin1')).split('\n');
		rest = text.pop() ?? '';
		for (const line of text) {
			const [id = '', size = ''] = line.split(' ');
			if (/^\d+$/.test(size)) sizes.set(id, Number(size));
		}
	}
	return sizes;
}
