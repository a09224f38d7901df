import type { FileWithoutId } from '../../../audit/audit-input.ts';
import { treeAt } from '../../../git/history/tree-at.ts';
import { followedBy } from '../../../library/history/followed-by.ts';
import { standingAt } from '../../../model/history/standing.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import type { OpenAudit } from './open-audit.ts';

/**
 * The files that are called as those of documents are and stood at the end of the period, and in which no document stood.
 * Every such file is the text of a document of the population, or one of these.
 */
export async function filesWithoutId(
	{ record, positions: { closing } }: OpenAudit,
	documents: readonly Pick<KnownDocument, 'trail'>[],
): Promise<readonly FileWithoutId[]> {
	const { git, history } = record;
	const { prefix, state } = history;
	const commit = history.mainlineUpTo(closing).at(closing);
	if (commit === undefined) return [];
	const standing = new Set(
		documents.flatMap(({ trail }) => standingAt(trail.entries, closing).map(({ path }) => path)),
	);
	const entries = await treeAt(git, commit.id);
	return entries
		.filter(({ path }) => followedBy(path, prefix) === 'id' && !standing.has(path))
		.map(({ path, id, kind }) => ({
			file: path.slice(prefix.length),
			object: id,
			why:
				kind === 'link'
					? 'it is a link'
					: kind === 'submodule'
						? 'it is a submodule'
						: state.filtered
							? 'no id is seen in it: its text may not be here'
							: 'it has no id that can be used',
		}));
}
