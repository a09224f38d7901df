import process from 'node:process';
import { nodeIo } from '../io/node-io.ts';
import { main } from './main.ts';

/** Runs `sop` in this process. A reader that closes the pipe early (`sop lint | head`) changes nothing, the exit code included. */
export async function launch(): Promise<void> {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
		});
	}
	process.exitCode = await main(process.argv.slice(2), nodeIo());
}
