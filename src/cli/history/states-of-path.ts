import { followedBy } from '../../library/history/followed-by.ts';
import { pathKey } from '../../library/history/library-history.ts';
import type { CommitFacts } from '../../model/history/trail.ts';
import type { OpenHistory } from './open-history.ts';

/** What stood at a path from one mainline commit on. */
export interface PathAt {
	readonly position: number;
	/** Object id; undefined where no file stood: nothing, a link, a submodule. */
	readonly blob: string | undefined;
	/** Who made the change, as commits say; empty where a merge brought it from a branch that is not looked into. */
	readonly commits: readonly Pick<CommitFacts, 'id' | 'author' | 'committer'>[];
}

/** What the mainline showed at a path of the library, oldest first. */
export async function statesOfPath(open: OpenHistory, file: string): Promise<readonly PathAt[]> {
	const { history } = open;
	if (followedBy(`${history.prefix}${file}`, history.prefix) !== 'path') return unfollowed(open, file);
	const entries = history.trail(pathKey(file))?.entries ?? [];
	return entries
		.flatMap(({ mainline, after }) =>
			mainline === null ? [] : [{ position: mainline, blob: after[0]?.blob }],
		)
		.sort((a, b) => a.position - b.position)
		.map((state) => ({
			...state,
			// A merge that has a text of its own, and what it brought; of others only what they brought.
			commits: entries
				.filter(
					(entry) => entry.broughtBy === state.position && (entry.commit.parents < 2 || entry.changedInMerge),
				)
				.map(({ commit }) => commit),
		}));
}

/** The same for a path that history does not follow: asked of git. */
async function unfollowed({ git, history }: OpenHistory, file: string): Promise<readonly PathAt[]> {
	const head = history.ref?.commit;
	if (head === undefined) return [];
	const format = '--format=tformat:%x01%H%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00';
	const plain = [
		'--raw',
		'--root',
		'--no-abbrev',
		'--no-renames',
		'--no-mailmap',
		'--no-ext-diff',
		'--no-color',
	];
	const log = ['log', '--first-parent', '--diff-merges=first-parent', ...plain, format, head];
	const text = await git.text([...log, '--', `:(top,literal)${history.prefix}${file}`]);
	const positions = new Map(
		Array.from({ length: history.mainline.length }, (_, at) => [history.mainline.at(at)?.id, at]),
	);
	return text
		.split('\u0001')
		.slice(1)
		.flatMap((part) => {
			const [id = '', parents = '', an = '', ae = '', at = '', cn = '', ce = '', ct = '', raw = ''] =
				part.split('\0');
			const position = positions.get(id);
			const [, mode = '', blob = ''] = /:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) /.exec(raw) ?? [];
			if (position === undefined) return [];
			const isMerge = parents.includes(' ');
			const author = { name: an, email: ae, at: Number(at), offset: 0 };
			const committer = { name: cn, email: ce, at: Number(ct), offset: 0 };
			return [
				{
					position,
					blob: mode.startsWith('100') ? blob : undefined,
					commits: isMerge ? [] : [{ id, author, committer }],
				},
			];
		})
		.sort((a, b) => a.position - b.position);
}
