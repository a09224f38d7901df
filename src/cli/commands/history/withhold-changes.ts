import type { HistoryChange, OldText } from '../../../control/history-changes.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import { type Classification, classIn, highestClass } from '../../../model/classification.ts';
import type { PathState, Trail, TrailEntry } from '../../../model/history/trail.ts';
import type { WithheldChange } from '../../../report/history-text.ts';
import type { OpenHistory } from '../../history/open-history.ts';
import { type Withholding, withheldWords } from '../../withholding.ts';

/** The class of an old text: the highest where it cannot be read, or is not here. */
export function classOfOld(text: OldText | undefined, usual: Classification): Classification {
	return text === undefined || text.digest === null ? 'restricted' : classIn(text.value, usual);
}

/**
 * Changes of a trail, in its order, as a call may tell them: a change is drawn from the text before and the one after,
 * the message of its commit from those of every document that the commit touched.
 */
export async function withholdChanges(
	open: OpenHistory,
	trail: Trail,
	changes: readonly HistoryChange[],
	classOf: (blob: string) => Classification,
	withholding: Withholding,
): Promise<readonly (HistoryChange | WithheldChange)[]> {
	if (!withholding.isLimited) return changes;
	const messages = await classesOfMessages(open, trail, withholding);
	return changes.map((change, index) => {
		const entry = trail.entries[index];
		const ofTexts = entry === undefined ? [] : statesOf(entry).map(({ blob }) => classOf(blob));
		const { commit, digest } = change;
		if (withholding.withholds(highestClass(ofTexts))) return { commit, digest, withheld: 'classification' };
		const ofMessage = highestClass(messages.get(commit) ?? []);
		return withholding.withholds(ofMessage) ? { ...change, subject: withheldWords } : change;
	});
}

/** Classes of all texts that each commit of a trail took or gave. */
async function classesOfMessages(
	{ git, history }: OpenHistory,
	{ entries }: Trail,
	withholding: Withholding,
): Promise<ReadonlyMap<string, readonly Classification[]>> {
	const commits = new Set(entries.map(({ commit }) => commit.id));
	const blobs = new Map<string, Set<string>>();
	const files = new Map<string, string>();
	for (const id of history.ids) {
		for (const entry of history.trail(id)?.entries ?? []) {
			if (!commits.has(entry.commit.id)) continue;
			const found = blobs.get(entry.commit.id) ?? new Set();
			blobs.set(entry.commit.id, found);
			for (const { blob, path } of statesOf(entry)) {
				found.add(blob);
				files.set(blob, path.slice(history.prefix.length));
			}
		}
	}
	const classes = new Map<string, Classification>();
	const wanted = [...files].map(([blob, file]) => ({ blob, file }));
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		classes.set(blob, withholding.classOf(read));
	return new Map(
		[...blobs].map(([commit, found]) => [
			commit,
			[...found].map((blob) => classes.get(blob) ?? 'restricted'),
		]),
	);
}

function statesOf({ before, after }: TrailEntry): readonly PathState[] {
	return [...before, ...after];
}
