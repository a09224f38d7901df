import { readObjects } from '../../git/history/read-objects.ts';
import type { Git } from '../../git/open-git.ts';
import type { PathState, TrailEntry } from '../../model/history/trail.ts';
import { type LibraryHistory, pathKey } from './library-history.ts';

/** A record that the mainline changed or lost. */
export interface LostRecordEntry {
	readonly file: string;
	readonly what: 'changed' | 'removed';
	readonly entry: TrailEntry;
}

/**
 * Records that the mainline changed or removed. One in lines (`.jsonl`) may grow: its older self has to be the
 * beginning of it, byte for byte.
 */
export async function lostRecords(git: Git, history: LibraryHistory): Promise<readonly LostRecordEntry[]> {
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
	if (grown.length === 0) return lost;
	const texts = new Map<string, Buffer>();
	for await (const { id, bytes } of readObjects(
		git,
		new Set(grown.flatMap(({ from, to }) => [from.blob, to.blob])),
	))
		if (bytes !== null) texts.set(id, Buffer.from(bytes));
	for (const { file, entry, from, to } of grown) {
		const [older, newer] = [texts.get(from.blob), texts.get(to.blob)];
		const isPrefix = older !== undefined && newer?.subarray(0, older.length).equals(older) === true;
		if (!isPrefix) lost.push({ file, what: 'changed', entry });
	}
	return lost;
}
