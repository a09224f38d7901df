import process from 'node:process';
import { nodeIo } from '../io/node-io.ts';
import { main } from './main.ts';

/** Runs `sop` in this process. A reader that closes the pipe early (`sop lint | head`) ends it in peace. */
export async function launch(): Promise<void> {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE') process.exit();
			throw error;
		});
	}
	process.exitCode = await main(process.argv.slice(2), nodeIo());
}
