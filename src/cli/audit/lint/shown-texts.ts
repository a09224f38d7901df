import { pathKey } from '../../../library/history/library-history.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import type { CommitFacts } from '../../../model/history/trail.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { statesOfPath } from '../../history/states-of-path.ts';
import type { BroughtChange } from '../policy/change-authors.ts';

/** A commit that changed a text, with what that was before and after; undefined where nothing stood, or nobody has looked. */
type TextChange = Pick<CommitFacts, 'id' | 'author'> & {
	readonly before?: string | undefined;
	readonly after?: string | undefined;
};

/** A text that the mainline showed from a position on. */
export interface ShownText {
	readonly position: number;
	/** Object id; undefined where it was gone. */
	readonly blob: string | undefined;
	readonly commits: readonly TextChange[];
}

/** The texts of a file of the library that the mainline showed, oldest first: a document by its id, others by their path. */
export async function shownTexts(
	record: OpenRecord,
	file: string,
	document: string | null,
): Promise<readonly ShownText[]> {
	const trail = record.history.trail(document ?? pathKey(file));
	if (trail === undefined) return document === null ? statesOfPath(record, file) : [];
	const path = record.history.prefix + file;
	const blobIn = (states: readonly { readonly path: string; readonly blob: string }[]) =>
		(states.find((one) => one.path === path) ?? states[0])?.blob;
	return trail.entries
		.flatMap(({ mainline, after }) =>
			mainline === null ? [] : [{ position: mainline, blob: blobIn(after) }],
		)
		.sort((a, b) => a.position - b.position)
		.map((one) => ({
			...one,
			commits: trail.entries
				.filter(
					(entry) => entry.broughtBy === one.position && (entry.commit.parents < 2 || entry.changedInMerge),
				)
				.map(({ commit, before, after }) => ({
					...commit,
					before: blobIn(before),
					after: blobIn(after),
				})),
		}));
}

/** What is to be known of texts, by object id; none for those that are not in the repository. */
export async function factsOfTexts<Fact>(
	{ git, history }: OpenRecord,
	file: string,
	shown: readonly ShownText[],
	factOf: (read: ReadDocument, bytes: Buffer) => Fact,
): Promise<ReadonlyMap<string, Fact>> {
	const blobs = shown.flatMap(({ blob, commits }) => [
		blob,
		...commits.flatMap((one) => [one.before, one.after]),
	]);
	const wanted = [...new Set(blobs.flatMap((blob) => blob ?? []))].map((blob) => ({ file, blob }));
	const facts = new Map<string, Fact>();
	for await (const { blob, read, bytes } of readTexts(git, wanted, history.state.filtered))
		facts.set(blob, factOf(read, bytes));
	return facts;
}

/**
 * The change from which on every text of a file held something, by the commits that wrote it; null where the newest does
 * not, or a text that decides is not here.
 */
export function sinceWhen(
	shown: readonly ShownText[],
	holds: (blob: string) => boolean | undefined,
): BroughtChange | null {
	const held = ({ blob }: ShownText) => (blob === undefined ? false : holds(blob));
	const without = shown.findLastIndex((one) => held(one) !== true);
	const before = shown[without];
	const first = shown[without + 1];
	if (first === undefined || (before !== undefined && held(before) === undefined)) return null;
	const wrote = first.commits.filter(
		({ before: old, after }) =>
			after !== undefined && holds(after) === true && (old === undefined || holds(old) !== true),
	);
	return { position: first.position, commits: wrote.length > 0 ? wrote : first.commits };
}
