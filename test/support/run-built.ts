import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { SopOutcome } from './run-sop.ts';

/** One call of the built program. */
interface Call {
	readonly words: readonly string[];
	readonly folder: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** What the clock of the program says, as an instant. */
	readonly now: string;
}

let thread: { readonly port: MessagePort; readonly signal: Int32Array } | undefined;

/** Runs the built program as if in a pipe, with a clock of the test's own; faster by far than a process for each call. */
export function runBuilt(call: Call): SopOutcome {
	thread ??= startThread();
	const { port, signal } = thread;
	Atomics.store(signal, 0, 0);
	port.postMessage(call);
	if (Atomics.wait(signal, 0, 0, 60_000) === 'timed-out')
		throw new Error(`No answer: sop ${call.words.join(' ')}`);
	// The thread posts its answer before it wakes this one.
	return receiveMessageOnPort(port)?.message;
}

function startThread() {
	const { port1, port2 } = new MessageChannel();
	const signal = new Int32Array(new SharedArrayBuffer(4));
	const loader = new URL('../../dist/load-program.js', import.meta.url).href;
	const worker = new Worker(fileURLToPath(new URL('./sop-thread.mjs', import.meta.url)), {
		workerData: { loader, port: port2, signal },
		transferList: [port2],
	});
	worker.unref();
	port1.unref();
	return { port: port1, signal };
}
