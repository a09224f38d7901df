import { join } from 'node:path';
import { blobId } from '../../../../model/history/blob-id.ts';
import type { CommandContext } from '../../../command-context.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import type { JudgedFiles } from './judged-files.ts';

/** Problems that leave a text without one content value. */
const unreadable = new Set(['document/syntax', 'document/duplicate-key', 'document/number-not-exact']);

/**
 * Tells the texts in git that this run has read already, as files here hold the very same bytes: how they stand is told
 * without reading them again, but for those with records, whose content has to be known.
 */
export function readableHere(
	context: CommandContext,
	{ history }: OpenRecord,
	{ library, selected, results }: JudgedFiles,
	ids: readonly string[],
): (blob: string) => boolean {
	const withRecords = documentsWithRecords(history.files);
	const digits = history.state.head?.commit.length ?? 40;
	const wanted = new Set(ids);
	const known = new Set<string>();
	for (const { file, summary, findings } of results) {
		const id = summary?.id;
		const one = selected.get(file);
		if (id === undefined || one?.found === undefined || !wanted.has(id) || withRecords.has(id)) continue;
		if (findings.some(({ rule }) => unreadable.has(rule))) continue;
		const read = context.io.files.read(join(library.root.path, file));
		if (read.ok) known.add(blobId(read.bytes, digits));
	}
	return (blob) => known.has(blob);
}

/** Ids as they stand in the paths of records: what the path disagrees with, its content decides, and costs a reading. */
function documentsWithRecords(files: readonly string[]): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const file of files) {
		const [folder, , id] = file.split('/');
		if (folder === 'records' && id !== undefined) ids.add(id);
	}
	return ids;
}
