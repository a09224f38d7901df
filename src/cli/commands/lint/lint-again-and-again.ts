import { CommandError } from '../../../diagnostics/command-error.ts';
import { findLibraryRoot } from '../../../library/find-root.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { CommandContext } from '../../command-context.ts';
import { describeCommandError } from '../../describe-command-error.ts';
import type { ExitCode } from '../../exit-code.ts';
import { lintOnce } from './lint-once.ts';
import { startFolder } from './start-folder.ts';

/**
 * Lints, and again whenever a file of the library changes, until the user ends it. Gives the exit code of the last
 * result. A call that is wrong from the start ends at once; a config that breaks later may be mended.
 */
export async function lintAgainAndAgain(context: CommandContext, rules: readonly Rule[]): Promise<ExitCode> {
	const root = findLibraryRoot(context.io.files, startFolder(context)).path;
	// From before the first look, so that no change falls between the two.
	const changes = context.io.watch(root);
	try {
		let last = await lintOnce(context, rules);
		for (;;) {
			context.say(`Waiting for changes in ${root}; Ctrl-C ends`);
			const event = await changes.next();
			if (event === 'ended') return last;
			if (typeof event === 'object') throw cannotWatch(root, event.failed);
			if (event === 'gone')
				throw new CommandError(`The library at ${root} is not there any more`, { exitCode: 3 });
			last = await lintOnce(context, rules).catch((error: unknown) => {
				if (!(error instanceof CommandError)) throw error;
				context.warn(describeCommandError(error).trimEnd());
				return error.exitCode;
			});
		}
	} finally {
		changes.close();
	}
}

function cannotWatch(root: string, code: string): CommandError {
	return new CommandError(`The library at ${root} cannot be watched (${code})`, {
		help: 'The system may allow too few watchers: sop lint without --watch needs none.',
		exitCode: 3,
	});
}
