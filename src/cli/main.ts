import { CommandError } from '../diagnostics/command-error.ts';
import type { Io } from '../io/io.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { version } from './version.ts';

/**
 * The whole program: arguments in, exit code out. Everything it touches comes through `io`.
 * Nothing is loaded before it is needed, so that `sop --version` starts as fast as Node does.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
	if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
		io.stdout.write(`${version}\n`);
		return exitCode.clean;
	}
	try {
		const { runProgram } = await import('./program.ts');
		return await runProgram(argv, io);
	} catch (error) {
		const { inertLines } = await import('../report/inert-lines.ts');
		if (error instanceof CommandError) {
			const help = error.help === undefined ? '' : `${error.help}\n`;
			// A message may name a file or quote a document.
			io.stderr.write(inertLines(`sop: ${error.message}\n${help}`));
			return error.exitCode;
		}
		const { describeCrash } = await import('./describe-crash.ts');
		io.stderr.write(inertLines(describeCrash(error, argv)));
		return exitCode.unfinished;
	}
}
