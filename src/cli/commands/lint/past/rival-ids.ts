import type { RivalId } from '../../../../lint/history-subject.ts';
import type { DocumentSummary } from '../../../../model/document-summary.ts';
import { shortRef } from '../../../../report/short-ref.ts';
import type { CommandContext } from '../../../command-context.ts';
import type { OpenRecord } from '../../../history/open-record.ts';

/**
 * Ids of documents here that another branch has given to a document of its own: one that neither this branch nor the
 * mainline has, and that stands at the tip of that branch.
 */
export async function rivalIds(
	context: CommandContext,
	{ git, history }: OpenRecord,
	here: readonly DocumentSummary[],
): Promise<readonly RivalId[]> {
	// No commit in common is here: document/id-on-other-branch says that it cannot tell.
	if (history.state.shallow) return [];
	const rivals: RivalId[] = [];
	const own =
		history.state.head === undefined ? new Set<string>() : await reachable(history.state.head.commit);
	const branches = [...history.state.refs].filter(
		([ref, commit]) => !ref.startsWith('refs/tags/') && !own.has(commit),
	);
	for (const [ref, commit] of branches) {
		const theirs = await reachable(commit);
		for (const { id, file } of here) {
			const entries = history.trail(id ?? '')?.entries ?? [];
			// What was on the mainline, or came here from there, is one document.
			const isCommon = entries.some(({ commit: { id: made } }) => theirs.has(made) && own.has(made));
			const [newest] = entries.filter(({ commit: { id: made } }) => theirs.has(made));
			const [stands] = newest?.after ?? [];
			if (id === undefined || isCommon || stands === undefined) continue;
			if (rivals.some((rival) => rival.id === id && rival.path === stands.path)) continue;
			// The same file on the same path may be the branch this one is based on, before anything is committed here.
			if (stands.path === history.prefix + file && history.state.head?.commit === commit) continue;
			rivals.push({ id, branch: shortRef(ref), path: stands.path });
		}
	}
	if (rivals.length === 0) {
		const count = branches.length === 1 ? 'One other branch' : `${branches.length} other branches`;
		context.say(
			branches.length === 0
				? 'No other branch here has anything that this one has not.'
				: `${count} looked at: no id of this library stands there for another document.`,
		);
	}
	return rivals;

	async function reachable(commit: string): Promise<Set<string>> {
		return new Set((await git.text(['rev-list', commit, '--'])).split('\n'));
	}
}
