import { join } from 'node:path';
import { localObjects } from '../../../git/history/read-objects.ts';
import { followedBy } from '../../../library/history/followed-by.ts';
import type { Trail, TrailEntry } from '../../../model/history/trail.ts';
import type { CommandContext } from '../../command-context.ts';
import type { OpenHistory } from '../../history/open-history.ts';

/**
 * The commits of a trail that seem to have added the document, and of which nobody can tell: history is cut off below
 * them, or they changed or took away a text that is not here. It may have been that of this document.
 */
export async function unseenBefore(
	context: CommandContext,
	{ git, history }: OpenHistory,
	{ entries }: Trail,
): Promise<ReadonlySet<string>> {
	const unseen = new Set<string>();
	const first = entries.filter(({ before }) => before.length === 0);
	if (history.partial === null || first.length === 0) return unseen;
	const boundary = context.io.files.read(join(git.commonFolder, 'shallow'));
	const cutOff = new Set(boundary.ok ? new TextDecoder().decode(boundary.bytes).split('\n') : []);
	const local = await localObjects(git);
	const hidesText = async ({ commit }: TrailEntry) => {
		if (cutOff.has(commit.id)) return true;
		if (commit.parents === 0) return false;
		const words = [
			'diff-tree',
			'-r',
			'--raw',
			'-z',
			'--no-renames',
			'--no-abbrev',
			`${commit.id}^1`,
			commit.id,
		];
		const tokens = (await git.text(words)).split('\0');
		return tokens.some((token, index) => {
			const [, before = ''] = /^:\d+ \d+ (\S+) /.exec(token) ?? [];
			if (before === '' || /^0+$/.test(before) || local.has(before)) return false;
			return followedBy(tokens[index + 1] ?? '', history.prefix) === 'id';
		});
	};
	for (const entry of first) if (await hidesText(entry)) unseen.add(entry.commit.id);
	return unseen;
}
