import { join } from 'node:path';
import { commitFiles } from '../git/commit-files.ts';
import { inertText } from '../report/inert-text.ts';
import { commitLine } from '../scaffold/shell-text.ts';
import type { CommandContext } from './command-context.ts';
import { shownPath } from './write-files.ts';

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
