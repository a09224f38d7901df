import type { Git } from '../../../../git/open-git.ts';
import type { LibraryHistory } from '../../../../library/history/library-history.ts';
import type { HistoryFacts } from '../../../../lint/history-subject.ts';

/**
 * Whether pushing the branch here would put another first-parent chain in the place of the remote's mainline: its
 * newest commit is in it, and not on that chain (a merge the wrong way round, then a fast-forward). Undefined where the
 * mainline is not that of a remote.
 */
export async function replacesMainline(
	git: Git,
	{ ref, state }: LibraryHistory,
): Promise<HistoryFacts['replacesMainline']> {
	const name = /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref?.ref ?? '')?.[1];
	if (name === undefined || ref === undefined) return undefined;
	const local = state.refs.get(`refs/heads/${name}`);
	if (local === undefined || local === ref.commit) return false;
	const lost = (await git.text(['rev-list', '--max-count=1', ref.commit, `^${local}`, '--'])).trim();
	// Behind or beside it, a plain push is refused.
	if (lost !== '') return false;
	const chain = (await git.text(['rev-list', '--first-parent', '--parents', local, `^${ref.commit}`, '--']))
		.trim()
		.split('\n');
	const [, parent] = (chain.at(-1) ?? '').split(' ');
	// Where a shallow clone ends nobody can tell what the chain goes on with.
	if (parent === undefined && state.shallow) return 'cut off';
	return parent === ref.commit ? false : { head: ref.commit, branch: name };
}
