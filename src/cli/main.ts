import { CommandError } from '../diagnostics/command-error.ts';
import type { Io } from '../io/io.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

/**
 * The whole program: arguments in, exit code out. Everything it touches comes through `io`.
 * No part of it runs before it is needed.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
	try {
		const { runProgram } = await import('./program.ts');
		return await runProgram(argv, io);
	} catch (error) {
		const { inertLines } = await import('../report/inert-lines.ts');
		if (error instanceof CommandError) {
			const { describeCommandError } = await import('./describe-command-error.ts');
			io.stderr.write(inertLines(describeCommandError(error)));
			return error.exitCode;
		}
		const { describeCrash } = await import('./describe-crash.ts');
		io.stderr.write(inertLines(describeCrash(error, argv)));
		return exitCode.unfinished;
	}
}
