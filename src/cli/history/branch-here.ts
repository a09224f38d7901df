import { countOf } from '../../diagnostics/count-of.ts';
import { commitsAhead } from '../../git/commits-ahead.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import { inertText } from '../../report/inert-text.ts';
import { shortRef } from '../../report/short-ref.ts';
import type { CommandContext } from '../command-context.ts';
import { authorities } from './authorities.ts';
import { momentOf, shortId } from './moment.ts';
import { openHistory } from './open-history.ts';
import type { OpenRecord } from './open-record.ts';
import { policyAt } from './policy-at.ts';

/** What is checked out, where that is not the mainline as it stands. */
export interface BranchHere {
	/** Full name of the branch; null where the checkout is detached. */
	readonly ref: string | null;
	readonly commit: string;
	/** How many commits it has that the mainline has not. */
	readonly ahead: number;
}

/** Looks what is checked out; undefined where that is the mainline, or a local copy of it with nothing of its own. */
export async function branchHere({ git, history }: OpenRecord): Promise<BranchHere | undefined> {
	const { ref, state } = history;
	if (ref === undefined || state.head === undefined) return undefined;
	const { commit, branch } = state.head;
	const isMainline = branch === null ? commit === ref.commit : nameOf(branch) === nameOf(ref.ref);
	if (isMainline && commit === ref.commit) return undefined;
	const ahead = commit === ref.commit ? 0 : await commitsAhead(git, commit, ref.commit);
	return isMainline && ahead === 0 ? undefined : { ref: branch, commit, ahead };
}

/** `main` of `refs/remotes/origin/main`, and of `refs/heads/main`. */
function nameOf(ref: string): string {
	return ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
}

/** What is checked out, as a sentence names it. */
export function branchName({ ref, commit }: BranchHere): string {
	return ref === null ? `commit ${shortId(commit)}` : `branch ${inertText(shortRef(ref))}`;
}

/** What is checked out, and what it has that the mainline has not, as a sentence. */
export function branchSentence(branch: BranchHere, { history }: OpenRecord): string {
	const mainline = inertText(shortRef(history.ref?.ref ?? 'main'));
	const has = branch.ahead === 0 ? 'no commit' : countOf(branch.ahead, 'commit');
	return `Checked out is ${branchName(branch)}, with ${has} that ${mainline} does not have: what is in force is of ${mainline}.`;
}

/**
 * The record as it were if what is checked out were the mainline: how texts stand there, and never what is in force.
 * Undefined where the mainline showed that commit itself.
 */
export async function branchRecord(
	context: CommandContext,
	library: OpenLibrary,
	{ git, history, environment }: OpenRecord,
	{ ref, commit }: BranchHere,
): Promise<OpenRecord | undefined> {
	const { mainline } = history;
	for (let position = mainline.length - 1; position >= 0; position--)
		if (mainline.at(position)?.id === commit) return undefined;
	const open = await openHistory(context, library, git, { ref: ref ?? 'HEAD', commit });
	const policy = await policyAt(open, open.history.mainline.length - 1);
	const moment = momentOf(context, open.history, policy.zone);
	if (moment === undefined) return undefined;
	return { ...open, ...(await authorities(open)), moment, policy, environment };
}
