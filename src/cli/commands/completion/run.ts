import { familyOf } from '../../../lint/presets.ts';
import { rules } from '../../../lint/rules.generated.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { bashScript } from './bash-script.ts';
import { completionTable } from './completion-table.ts';
import { fishScript } from './fish-script.ts';
import { zshScript } from './zsh-script.ts';

/** `sop completion SHELL`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const names = [...new Set(rules.flatMap(({ name }) => [familyOf(name), name]))];
	const table = completionTable(context.program.commands, names);
	context.print(scriptFor(context.arguments[0], table));
	return exitCode.clean;
}

function scriptFor(shell: string | undefined, table: ReturnType<typeof completionTable>): string {
	switch (shell) {
		case 'zsh':
			return zshScript(table);
		case 'fish':
			return fishScript(table);
		default:
			return bashScript(table);
	}
}
