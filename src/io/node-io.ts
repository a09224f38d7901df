import process from 'node:process';
import type { Io, TextOut } from './io.ts';
import { nodeFiles } from './node-files.ts';
import { watchFolder } from './watch-folder.ts';

/** The real world, as Node gives it. */
export function nodeIo(): Io {
	return {
		stdout: textOut(() => process.stdout),
		stderr: textOut(() => process.stderr),
		stdin: {
			get isTerminal() {
				return process.stdin.isTTY === true;
			},
			read: readStdin,
		},
		workingDirectory: process.cwd(),
		environment: process.env,
		now: () => new Date(),
		// Parts of Node that few commands need are asked for when they are, so that none of them slows the start.
		randomBytes: (count) => process.getBuiltinModule('node:crypto').randomBytes(count),
		files: nodeFiles,
		watch: watchFolder,
		get processors() {
			return process.getBuiltinModule('node:os').availableParallelism();
		},
		runWorker,
	};
}

/** A stream of the process; opening it takes a while, so it is opened when it is used. */
function textOut(open: () => NodeJS.WriteStream): TextOut {
	return {
		write: (text) => void open().write(text),
		get isTerminal() {
			return open().isTTY === true;
		},
		get columns() {
			// A terminal that does not know its width says 0.
			return open().columns || 80;
		},
		get colorLevel() {
			return colorLevel(open());
		},
	};
}

/** NO_COLOR (no-color.org) and FORCE_COLOR come before what the terminal says of itself. */
function colorLevel(stream: NodeJS.WriteStream): 0 | 1 | 2 | 3 {
	const { NO_COLOR, FORCE_COLOR } = process.env;
	if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
	const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
	if (FORCE_COLOR !== undefined && !forced) return 0;
	if (!forced && stream.isTTY !== true) return 0;
	const depth = stream.isTTY === true ? stream.getColorDepth() : 4;
	return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : forced ? 1 : 0;
}

async function readStdin(): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Mebibytes for what a thread has just made. */
const youngGeneration = 64;

/** Starts a thread on a module that lies beside this one in the bundle. It says numbers as it goes on, and its answer last. */
function runWorker(module: 'lint-worker', data: unknown, onStep: (steps: number) => void): Promise<unknown> {
	const { Worker } = process.getBuiltinModule('node:worker_threads');
	return new Promise((resolve, reject) => {
		// Documents are read, judged and dropped: a roomy nursery lets most of them go without being copied.
		const resourceLimits = { maxYoungGenerationSizeMb: youngGeneration };
		const worker = new Worker(new URL(`./${module}.js`, import.meta.url), {
			workerData: data,
			resourceLimits,
		});
		worker.on('message', (message: unknown) => {
			if (typeof message === 'number') onStep(message);
			else resolve(message);
		});
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`The thread ended with ${code} before it answered`)));
	});
}
