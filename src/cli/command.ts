import type { CommandContext } from './command-context.ts';
import type { CommandShape } from './command-shape.ts';
import type { ExitCode } from './exit-code.ts';

/** A command and its work, which loads only when it is called. */
export interface CommandDefinition extends CommandShape {
	readonly subcommands?: readonly CommandDefinition[];
	readonly load: () => Promise<{ readonly run: (context: CommandContext) => Promise<ExitCode> }>;
}
