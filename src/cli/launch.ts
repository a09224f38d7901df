import process from 'node:process';
import { exitCode } from './exit-code.ts';
import { loadProgram } from './load-program.ts';
import { version } from './version.ts';

/**
 * Runs `sop` in this process. A reader that closes the pipe early (`sop lint | head`) changes nothing, the exit code
 * included. The version is told without loading the program, so that it comes as fast as Node starts.
 */
export async function launch(): Promise<void> {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
		});
	}
	if (!standsSomewhere()) {
		process.stderr.write('sop: The folder you are in is not there any more\nGo into another one.\n');
		process.exitCode = exitCode.unfinished;
		return;
	}
	const argv = process.argv.slice(2);
	if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
		process.stdout.write(`${version}\n`);
		return;
	}
	const { main, nodeIo } = loadProgram();
	process.exitCode = await main(argv, nodeIo());
}

/** Somebody may have deleted the folder that the shell still stands in. */
function standsSomewhere(): boolean {
	try {
		return process.cwd() !== '';
	} catch {
		return false;
	}
}
