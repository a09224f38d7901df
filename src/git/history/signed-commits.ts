import type { Git } from '../open-git.ts';
import { readObjects } from './read-objects.ts';

/** Which of some commits bear a signature, whoever made it and whether it holds: nobody's program is run to look. */
export async function signedCommits(git: Git, ids: readonly string[]): Promise<ReadonlySet<string>> {
	const signed = new Set<string>();
	if (ids.length === 0) return signed;
	for await (const { id, bytes } of readObjects(git, new Set(ids))) {
		// Headers end at the first empty line; a signature is one of them (git-commit-tree(1), gitformat-signature(5)).
		const end = bytes?.indexOf('\n\n') ?? -1;
		if (end >= 0 && /^gpgsig(?:-sha256)? /m.test(bytes?.toString('latin1', 0, end) ?? '')) signed.add(id);
	}
	return signed;
}
