// Runs the built program on a thread, so that a test need not start a process for each call: see run-built.ts.
import { workerData } from 'node:worker_threads';

const { loader, port, signal } = workerData;
const { programScript, runProgramScript } = await import(loader);
const { main, nodeIo } = runProgramScript(programScript());

port.on('message', async ({ words, folder, environment, now }) => {
	const said = { stdout: '', stderr: '' };
	const stream = (name) => ({
		write: (text) => {
			said[name] += text;
		},
		isTerminal: false,
		columns: 80,
		colorLevel: 0,
	});
	let code = null;
	try {
		code = await main(words, {
			...nodeIo(),
			stdout: stream('stdout'),
			stderr: stream('stderr'),
			stdin: { isTerminal: false, read: async () => new Uint8Array() },
			workingDirectory: folder,
			environment,
			now: () => new Date(now),
		});
	} catch (error) {
		said.stderr += String(error);
	}
	port.postMessage({ code, ...said });
	Atomics.store(signal, 0, 1);
	Atomics.notify(signal, 0);
});
