import { join } from 'node:path';
import { blobId } from '../../../../model/history/blob-id.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import type { JudgedFiles } from './judged-files.ts';

/** The texts that this run has read, as git would name them. */
export interface TextsHere {
	/** The object id of what stands in a file; undefined for what is on no disk, and for files of no such document. */
	readonly blobOf: (file: string) => string | undefined;
	/** Whether a text in git is one of these, and can be read: then how it stands is told without reading it again. */
	readonly isReadable: (blob: string) => boolean;
}

/** Problems that leave a text without one content value. */
const unreadable = new Set(['document/syntax', 'document/duplicate-key', 'document/number-not-exact']);

/** Names the texts of documents here; of those with records the content has to be known, so they are read in any case. */
export function textsHere(
	{ history }: OpenRecord,
	{ files, library, selected, results }: JudgedFiles,
	ids: readonly string[],
): TextsHere {
	const withRecords = documentsWithRecords(history.files);
	const digits = history.state.head?.commit.length ?? 40;
	const wanted = new Set(ids);
	const readable = new Set<string>();
	const blobs = new Map<string, string>();
	for (const { file, summary, findings } of results) {
		const id = summary?.id;
		if (id === undefined || selected.get(file)?.found === undefined || !wanted.has(id)) continue;
		const read = files.read(join(library.root.path, file));
		if (!read.ok) continue;
		const blob = blobId(read.bytes, digits);
		blobs.set(file, blob);
		if (!withRecords.has(id) && !findings.some(({ rule }) => unreadable.has(rule))) readable.add(blob);
	}
	return { blobOf: (file) => blobs.get(file), isReadable: (blob) => readable.has(blob) };
}

/** Ids as they stand in the paths of records: where a path disagrees, its content decides, and costs a reading. */
function documentsWithRecords(files: readonly string[]): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const file of files) {
		const [folder, , id] = file.split('/');
		if (folder === 'records' && id !== undefined) ids.add(id);
	}
	return ids;
}
