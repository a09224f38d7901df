import type { CommandContext } from '../../command-context.ts';
import type { ExitCode } from '../../exit-code.ts';
import { checkFlags } from './check-flags.ts';
import { chooseRules } from './choose-rules.ts';
import { lintOnce } from './lint-once.ts';

/** `sop lint`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	checkFlags(context);
	const rules = chooseRules(context.all('rule'));
	if (!context.has('watch')) return lintOnce(context, rules);
	const { lintAgainAndAgain } = await import('./lint-again-and-again.ts');
	return lintAgainAndAgain(context, rules);
}
