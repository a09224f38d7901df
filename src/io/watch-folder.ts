import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import process from 'node:process';
import type { FolderWatch, WatchEvent } from './io.ts';

/** Editors save in several steps: what comes within these milliseconds of the first is one change. */
const together = 100;

/** Nothing in them is a document, and they may hold more folders than a system can watch. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Watches a folder and all below it, one watcher a folder: watching recursively would take in `node_modules`, and on
 * Linux Node 20 watches each file by itself.
 */
export function watchFolder(root: string): FolderWatch {
	const watchers = new Map<string, FSWatcher>();
	let waiting: ((event: WatchEvent) => void) | undefined;
	let happened: WatchEvent | undefined;
	let timer: NodeJS.Timeout | undefined;

	const tell = (event: WatchEvent) => {
		// That the user wants to end is never forgotten over a change.
		if (happened === undefined || (happened !== 'ended' && event !== 'changed')) happened = event;
		if (waiting === undefined) return;
		waiting(happened);
		waiting = undefined;
		happened = undefined;
	};
	const end = () => tell('ended');
	const noteChange = () => {
		timer ??= setTimeout(() => {
			timer = undefined;
			lookAround();
			tell(existsSync(root) ? 'changed' : 'gone');
		}, together);
	};
	/** What went, or was replaced by another folder of its name, is watched no longer. */
	const unwatch = (path: string) => {
		for (const [folder, watcher] of watchers) {
			if (folder !== path && !folder.startsWith(path + sep)) continue;
			watcher.close();
			watchers.delete(folder);
		}
	};
	const watchNewFolders = (folder: string) => {
		try {
			if (!watchers.has(folder)) watchers.set(folder, watchOne(folder));
			for (const entry of readdirSync(folder, { withFileTypes: true })) {
				if (entry.isDirectory() && !skipped.has(entry.name)) watchNewFolders(join(folder, entry.name));
			}
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? String(error.code) : '';
			// What went meanwhile, or may not be looked into, is for the command to tell of.
			if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) unwatch(folder);
			else throw error;
		}
	};
	const lookAround = () => {
		try {
			watchNewFolders(root);
		} catch (error) {
			tell({ failed: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
		}
	};
	const watchOne = (folder: string) => {
		const watcher = watch(folder, (event, name) => {
			if (name !== null && skipped.has(name)) return;
			if (event === 'rename' && name !== null) unwatch(join(folder, name));
			noteChange();
		});
		return watcher.on('error', () => {
			unwatch(folder);
			noteChange();
		});
	};
	const close = () => {
		clearTimeout(timer);
		unwatch(root);
		for (const signal of signals) process.off(signal, end);
		process.stdout.off('error', end);
	};

	// Only the first time: who presses Ctrl-C again does not want to wait for what is going on.
	for (const signal of signals) process.once(signal, end);
	process.stdout.once('error', end);
	lookAround();
	return {
		next: () =>
			new Promise((resolve) => {
				if (happened === undefined) waiting = resolve;
				else resolve(happened);
				happened = undefined;
			}),
		close,
	};
}

const signals = ['SIGINT', 'SIGTERM'] as const;
