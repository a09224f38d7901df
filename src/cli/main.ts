import { CommandError } from '../diagnostics/command-error.ts';
import type { Io } from '../io/io.ts';
import { DamagedIndex } from '../library/history/history-index.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

/**
 * The whole program: arguments in, exit code out. Everything it touches comes through `io`.
 * No part of it runs before it is needed.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
	try {
		const { runProgram } = await import('./program.ts');
		try {
			return await runProgram(argv, io);
		} catch (error) {
			// It has been emptied, and nothing was printed yet: the second time it is made anew.
			if (error instanceof DamagedIndex) return await runProgram(argv, io);
			throw error;
		}
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
