import type { FoundFile } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { FileResult } from '../../../lint/lint-one.ts';
import type { CommandContext } from '../../command-context.ts';
import type { WorkerShare } from '../../lint-worker.ts';
import { type LintShare, lintFiles } from './lint-files.ts';
import type { SelectedFile } from './selection.ts';

/** Fewer files than this are linted sooner than another thread starts. */
const worthAThread = 150;
const mostThreads = 8;

/** Lints files on all processors, this thread taking a share itself. Gives the same as `lintFiles`, in the same order. */
export async function lintInParallel(
	context: CommandContext,
	library: OpenLibrary,
	share: Omit<LintShare, 'files'> & { readonly files: readonly SelectedFile[] },
): Promise<readonly FileResult[]> {
	const { io } = context;
	const threads = Math.min(io.processors, mostThreads, Math.floor(share.files.length / worthAThread));
	// Only what lies on disk can be read by another thread.
	const found = share.files.flatMap((one) => one.found ?? []);
	if (io.runWorker === undefined || threads < 2 || found.length < share.files.length) return lintFiles(share);
	const size = Math.ceil(share.files.length / threads);
	const workers = Array.from({ length: threads - 1 }, (_, index) => {
		const part = found.slice((index + 1) * size, (index + 2) * size);
		return io.runWorker?.('lint-worker', workerShare(context, library, share, part)) as Promise<FileResult[]>;
	});
	const own = lintFiles({ ...share, files: share.files.slice(0, size) });
	return (await Promise.all([own, ...workers])).flat();
}

function workerShare(
	context: CommandContext,
	library: OpenLibrary,
	share: Omit<LintShare, 'files'>,
	files: readonly FoundFile[],
): WorkerShare {
	return {
		folder: library.root.path,
		config: context.text('config'),
		preset: context.text('preset'),
		rules: share.rules.map((rule) => rule.name),
		today: share.facts.today,
		files,
	};
}
