import { localObjects, readObjects } from '../../git/history/read-objects.ts';
import type { Git } from '../../git/open-git.ts';
import { blobId } from '../../model/history/blob-id.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import { followGrowth, type Loss } from './follow-growth.ts';
import { type LibraryHistory, pathKey } from './library-history.ts';
import { addedLines, holdsLines, onlyGrows } from './only-grows.ts';

/** A record that the mainline changed or lost. */
export interface LostRecordEntry extends Loss<TrailEntry> {
	readonly file: string;
}

/** What the mainline did to the file of a record, oldest first. */
interface RecordTrail {
	readonly file: string;
	readonly entries: readonly TrailEntry[];
}

/**
 * Records that the mainline changed or removed; those in lines (`.jsonl`) may grow. One that came back byte for byte at
 * its path says so. `unseen` says that some texts are not here, so that nobody can tell. `textHere` gives what stands in
 * a file where somebody is about to bring it back.
 */
export async function lostRecords(
	git: Git,
	history: LibraryHistory,
	textHere: (file: string) => Uint8Array | undefined = () => undefined,
): Promise<{ readonly lost: readonly LostRecordEntry[]; readonly unseen: boolean }> {
	const trails = history.files.flatMap((file): readonly RecordTrail[] => {
		if (!file.startsWith('records/')) return [];
		const known = history.trail(pathKey(file))?.entries.filter(({ mainline }) => mainline !== null) ?? [];
		// What only came has lost nothing.
		return known.length < 2 ? [] : [{ file, entries: known.toReversed() }];
	});
	const texts = await textsOf(git, history, trails.filter(isInLines));
	let unseen = false;
	const lost = trails.flatMap((trail): readonly LostRecordEntry[] => {
		const { file, entries } = trail;
		const here = textHere(file);
		if (!isInLines(trail)) {
			const steps = entries.map((entry) => ({ entry, text: entry.after[0]?.blob }));
			const id = here && blobId(here, entries[0]?.commit.id.length ?? 40);
			return followGrowth(steps, id, wholeTexts).map((one) => ({ ...one, file }));
		}
		const seen = entries.flatMap((entry) => {
			const blob = entry.after[0]?.blob;
			const text = blob === undefined ? undefined : texts.get(blob);
			if (blob !== undefined && text === undefined) unseen = true;
			return blob !== undefined && text === undefined ? [] : [{ entry, text }];
		});
		const inLines = {
			keeps: (older: Buffer, newer: Buffer) => onlyGrows(file, older, newer),
			added: addedLines,
			holds: holdsLines,
		};
		return followGrowth(seen, here && Buffer.from(here), inLines).map((one) => ({ ...one, file }));
	});
	return { lost, unseen };
}

/** A record that is a file of its own never grows. */
const wholeTexts = {
	keeps: (older: string, newer: string) => older === newer,
	added: () => [],
	holds: () => true,
};

function isInLines({ file }: RecordTrail): boolean {
	return file.endsWith('.jsonl');
}

/** Texts by their object id, as far as they are here: what a partial clone has left out is never asked for. */
async function textsOf(
	git: Git,
	history: LibraryHistory,
	trails: readonly RecordTrail[],
): Promise<ReadonlyMap<string, Buffer>> {
	const texts = new Map<string, Buffer>();
	if (trails.length === 0) return texts;
	const local = history.state.filtered ? await localObjects(git) : undefined;
	const wanted = new Set(
		trails.flatMap(({ entries }) => entries.flatMap(({ after }) => after.map(({ blob }) => blob))),
	);
	const here = [...wanted].filter((id) => local?.has(id) ?? true);
	for await (const { id, bytes } of readObjects(git, here))
		if (bytes !== null) texts.set(id, Buffer.from(bytes));
	return texts;
}
