import type { FoundFile } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { FileResult } from '../../../lint/lint-one.ts';
import type { CommandContext } from '../../command-context.ts';
import type { WorkerShare } from '../../lint-worker-share.ts';
import { type LintShare, lintFiles } from './lint-files.ts';
import type { SelectedFile } from './selection.ts';

/** Fewer files than this are linted sooner than another thread starts and warms up. */
const worthAThread = 150;
/** What one thread keeps busy: its own work, and the compiler and collector that run beside it. Measured: docs/performance.md. */
const processorsAThread = 2;
const mostThreads = 8;

/** Lints files on all processors, each in a thread with a nursery of its own. Gives the same as `lintFiles`, in the same order. */
export async function lintInParallel(
	context: CommandContext,
	library: OpenLibrary,
	share: Omit<LintShare, 'files'> & { readonly files: readonly SelectedFile[] },
): Promise<readonly FileResult[]> {
	const { io } = context;
	const threads = Math.min(
		Math.floor(io.processors / processorsAThread),
		mostThreads,
		Math.floor(share.files.length / worthAThread),
	);
	// Only what lies on disk can be read by another thread.
	const found = share.files.flatMap((one) => one.found ?? []);
	if (io.runWorker === undefined || threads < 2 || found.length < share.files.length) return lintFiles(share);
	const { runWorker } = io;
	const size = Math.ceil(found.length / threads);
	const onStep = (steps: number) => {
		for (let step = 0; step < steps; step++) share.onFile?.();
	};
	const parts = Array.from({ length: threads }, (_, index) => found.slice(index * size, (index + 1) * size));
	const answers = parts.map((part) =>
		runWorker('lint-worker', workerShare(context, library, share, part), onStep),
	);
	// The worker answers with exactly the results of its share.
	return (await Promise.all(answers)).flat() as FileResult[];
}

function workerShare(
	context: CommandContext,
	library: OpenLibrary,
	share: Omit<LintShare, 'files'>,
	files: readonly FoundFile[],
): WorkerShare {
	return {
		folder: library.root.path,
		config: context.configFile,
		policy: library.policy,
		preset: context.text('preset'),
		rules: share.rules.map((rule) => rule.name),
		today: share.facts.today,
		files,
	};
}
