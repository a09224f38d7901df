import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { Git } from '../../git/open-git.ts';
import type { PathState, TrailEntry } from '../../model/history/trail.ts';
import { type LibraryHistory, pathKey } from './library-history.ts';
import { onlyGrows } from './only-grows.ts';

/** A record that the mainline changed or lost. */
export interface LostRecordEntry {
	readonly file: string;
	readonly what: 'changed' | 'removed';
	readonly entry: TrailEntry;
}

/**
 * Records that the mainline changed or removed; those in lines (`.jsonl`) may grow. `unseen` says that some texts are not
 * here, so that nobody can tell.
 */
export async function lostRecords(
	git: Git,
	history: LibraryHistory,
): Promise<{ readonly lost: readonly LostRecordEntry[]; readonly unseen: boolean }> {
	const lost: LostRecordEntry[] = [];
	const grown: {
		readonly file: string;
		readonly entry: TrailEntry;
		readonly from: PathState;
		readonly to: PathState;
	}[] = [];
	for (const file of history.files) {
		if (!file.startsWith('records/')) continue;
		for (const entry of history.trail(pathKey(file))?.entries ?? []) {
			const [from] = entry.before;
			const [to] = entry.after;
			if (entry.mainline === null || from === undefined) continue;
			if (to === undefined) lost.push({ file, what: 'removed', entry });
			else if (!file.endsWith('.jsonl')) lost.push({ file, what: 'changed', entry });
			else grown.push({ file, entry, from, to });
		}
	}
	if (grown.length === 0) return { lost, unseen: false };
	// What a partial clone has left out is never asked for, as git would fetch it.
	const local = history.state.filtered ? await localObjects(git) : undefined;
	const wanted = new Set(grown.flatMap(({ from, to }) => [from.blob, to.blob]));
	const texts = new Map<string, Buffer>();
	for await (const { id, bytes } of readObjects(
		git,
		[...wanted].filter((id) => local?.has(id) ?? true),
	))
		if (bytes !== null) texts.set(id, Buffer.from(bytes));
	let unseen = false;
	for (const { file, entry, from, to } of grown) {
		const [older, newer] = [texts.get(from.blob), texts.get(to.blob)];
		if (older === undefined || newer === undefined) {
			unseen = true;
			continue;
		}
		if (!onlyGrows(file, older, newer)) lost.push({ file, what: 'changed', entry });
	}
	return { lost, unseen };
}
