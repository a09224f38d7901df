import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerShare } from './lint-worker-share.ts';
import { loadProgram } from './load-program.ts';

// The parent gives exactly a share, and is told numbers as the work goes on, and the results last.
if (parentPort !== null) {
	const port = parentPort;
	const results = await loadProgram().lintWorkerShare(workerData as WorkerShare, (steps) =>
		port.postMessage(steps),
	);
	port.postMessage(results);
}
