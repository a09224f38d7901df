import { join } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import { commitFiles, requireIdentity } from '../git/commit-files.ts';
import { openGit } from '../git/open-git.ts';
import { stagedPaths } from '../git/saved-text.ts';
import { inertText } from '../report/inert-text.ts';
import { commitLine } from '../scaffold/shell-text.ts';
import type { CommandContext } from './command-context.ts';
import { shownPath } from './write-files.ts';

/** Before anything is written: refuses `--commit` where something else waits to be committed, or git knows no name. */
export async function refuseStaged(context: CommandContext, root: string): Promise<void> {
	const staged = await stagedPaths(await openGit(root, context.io.environment));
	if (staged.length > 0) {
		const [first = ''] = staged;
		const what = staged.length === 1 ? `${inertText(first)} is` : `${staged.length} files are`;
		throw new CommandError(`${what} staged already; nothing was written`, {
			help: '--commit makes a commit of what it writes alone: commit what is staged first, or take it out with git restore --staged.',
		});
	}
	await requireIdentity(root, context.io.environment);
}

/** After a file (relative to the library's root) was written: commits exactly it where `--commit` says so, else gives the line to type. */
export async function commitOrSay(
	context: CommandContext,
	root: string,
	file: string,
	message: string,
): Promise<void> {
	if (context.has('commit')) {
		const name = await commitFiles(root, [file], message, context.io.environment);
		context.say(`Committed as ${name}: ${inertText(message)}`);
		return;
	}
	const line = commitLine([shownPath(context, join(root, file))], message);
	context.say(`To commit it:\n  ${inertText(line)}`);
}
