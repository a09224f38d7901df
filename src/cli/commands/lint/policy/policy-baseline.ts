import { filesAt } from '../../../../git/history/files-at.ts';
import { openGit } from '../../../../git/open-git.ts';
import { isInside, toLibraryPath } from '../../../../library/find-files.ts';
import type { OpenLibrary } from '../../../../library/open-library.ts';
import { type Baseline, type NewEntry, narrowBaseline } from '../../../../lint/baseline.ts';
import type { CommandContext } from '../../../command-context.ts';
import { baselinePath, parseBaseline, type ReadBaseline } from '../read-baseline.ts';

/** The baseline of a run, as far as the policy of a branch point lets it count. */
export interface PolicyBaseline {
	readonly baseline: ReadBaseline | undefined;
	readonly newEntries: readonly NewEntry[];
}

/** What the baseline here covers that the one of the branch point covered too; all of it where no such policy holds. */
export async function policyBaseline(
	context: CommandContext,
	library: OpenLibrary,
	here: ReadBaseline | undefined,
): Promise<PolicyBaseline> {
	if (library.policy === undefined || here === undefined) return { baseline: here, newEntries: [] };
	const git = await openGit(library.root.path, context.io.environment);
	const path = baselinePath(context, library);
	const name = toLibraryPath(git.top, path);
	// A text that is not here covers nothing.
	const found = isInside(git.top, path)
		? (await filesAt(git, library.policy.commit, [name], library.policy.filtered)).get(name)
		: undefined;
	const none: Baseline = { format: 1, entries: [] };
	const before = (found && parseBaseline(found.toString())) ?? none;
	const { narrowed, newEntries } = narrowBaseline(here.content, before);
	return { baseline: { ...here, content: narrowed }, newEntries };
}
