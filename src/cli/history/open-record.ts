import type { Policy } from '../../control/policy.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import { bareRepository } from '../../git/git-failure.ts';
import { openGit } from '../../git/open-git.ts';
import { isBareRepository } from '../../library/git-folder.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { MainlineView } from '../../model/history/mainline.ts';
import type { CommandContext } from '../command-context.ts';
import { type Authorities, authorities } from './authorities.ts';
import { type Moment, momentOf } from './moment.ts';
import { type OpenHistory, openHistory } from './open-history.ts';
import { policyAt } from './policy-at.ts';

/** The system of record at the moment that a command asks about: history, moment, and the policy known then. */
export interface OpenRecord extends OpenHistory, Authorities {
	readonly moment: Moment;
	readonly policy: Policy;
	/** Of the caller: for programs that check signatures. */
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A record, or why there is none, as a cause to print after "not evaluated". */
export type RecordOrCause =
	| { readonly record: OpenRecord; readonly cause?: never }
	| { readonly record?: never; readonly cause: string };

/**
 * Opens the record for a command that can also answer without one. What the user asked for and cannot have is an error
 * all the same: a moment of the past. So is a repository without files.
 */
export async function openRecord(
	context: CommandContext,
	library: OpenLibrary,
	now?: MainlineView['now'],
): Promise<RecordOrCause> {
	const asked = ['on', 'known', 'asOf'].some((flag) => context.has(flag));
	const without = (cause: string, help: string): RecordOrCause => {
		if (asked)
			throw new CommandError(`The past of this library cannot be read: ${cause}`, { help, exitCode: 3 });
		return { cause };
	};
	if (library.root.repository === undefined && isBareRepository(context.io.files, context.folder))
		throw bareRepository(context.folder);
	if (library.root.repository === undefined) return without('no git checkout', 'git init begins one.');
	const git = await openGit(library.root.path, context.io.environment).catch((error: unknown) => {
		if (error instanceof CommandError) return error;
		throw error;
	});
	if (git instanceof CommandError) return without(git.message, git.help ?? 'Mend it and try again.');
	const open = await openHistory(context, library, git, undefined, now);
	const { history } = open;
	if (history.ref === undefined) {
		const named = library.config.mainline ?? 'main';
		return without(
			`there is no branch ${named} yet`,
			'mainline: in sop.config.yaml names the branch that decides.',
		);
	}
	// The zone decides which commit was known on a day; days are those of the newest policy.
	const newest = await policyAt(open, history.mainline.length - 1);
	const moment = momentOf(context, history, newest.zone);
	if (moment === undefined) return without('the mainline has no commit', 'git commit makes the first.');
	const policy = moment.isPast ? await policyAt(open, moment.position) : newest;
	const { environment } = context.io;
	return { record: { ...open, ...(await authorities(open)), moment, policy, environment } };
}
