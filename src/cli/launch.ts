import process from 'node:process';
import { nodeIo } from '../io/node-io.ts';
import { exitCode } from './exit-code.ts';
import { main } from './main.ts';

/** Runs `sop` in this process. A reader that closes the pipe early (`sop lint | head`) changes nothing, the exit code included. */
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
	process.exitCode = await main(process.argv.slice(2), nodeIo());
}

/** Somebody may have deleted the folder that the shell still stands in. */
function standsSomewhere(): boolean {
	try {
		return process.cwd() !== '';
	} catch {
		return false;
	}
}
