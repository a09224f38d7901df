import { posix } from 'node:path';
import type { Git } from '../open-git.ts';
import { localObjects, readObjects } from './read-objects.ts';

/** Links that lead to links: more than these lead round in a circle. */
const mostLinks = 5;

/**
 * Files as a commit holds them, by their paths from the top of the repository: bytes as git has them, links followed
 * as far as they stay inside. Null where the text is not here (a partial clone: `filtered`); no entry where the commit
 * has no such file.
 */
export async function filesAt(
	git: Git,
	commit: string,
	paths: readonly string[],
	filtered: boolean,
): Promise<ReadonlyMap<string, Buffer | null>> {
	const found = new Map<string, Buffer | null>();
	// Where each path that was asked for leads to by now.
	let wanted = new Map(paths.map((path) => [path, path]));
	for (let step = 0; wanted.size > 0 && step < mostLinks; step++) {
		const entries = await entriesAt(git, commit, [...new Set(wanted.values())]);
		// What a partial clone has left out is never asked for, as git would fetch it.
		const local = filtered ? await localObjects(git) : undefined;
		const blobs = new Set([...entries.values()].map(({ blob }) => blob));
		const texts = new Map<string, Buffer>();
		for await (const { id, bytes } of readObjects(
			git,
			[...blobs].filter((blob) => local?.has(blob) ?? true),
		))
			if (bytes !== null) texts.set(id, Buffer.from(bytes));
		const further = new Map<string, string>();
		for (const [asked, path] of wanted) {
			const entry = entries.get(path);
			if (entry === undefined) continue;
			const text = texts.get(entry.blob);
			if (entry.isLink && text !== undefined)
				further.set(asked, posix.normalize(posix.join(posix.dirname(path), text.toString())));
			else found.set(asked, text ?? null);
		}
		wanted = new Map([...further].filter(([, path]) => !/^(?:\/|\.\.(?:\/|$))/.test(path)));
	}
	return found;
}

async function entriesAt(
	git: Git,
	commit: string,
	paths: readonly string[],
): Promise<ReadonlyMap<string, { readonly blob: string; readonly isLink: boolean }>> {
	const listed = await git.text([
		'--literal-pathspecs',
		'ls-tree',
		'-z',
		'--full-tree',
		commit,
		'--',
		...paths,
	]);
	return new Map(
		listed.split('\0').flatMap((line) => {
			const [, mode = '', blob = '', path = ''] = /^(\d+) blob (\S+)\t(.*)$/s.exec(line) ?? [];
			return path === '' ? [] : [[path, { blob, isLink: mode === '120000' }] as const];
		}),
	);
}
