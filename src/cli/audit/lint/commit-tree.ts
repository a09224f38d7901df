import { resolve } from 'node:path';
import type { Files } from '../../../io/io.ts';
import { type OpenLibrary, openLibraryAt } from '../../../library/open-library.ts';
import { filesOfTree } from '../../../library/tree-files.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import { recordFileKindOf } from '../../../model/record/record-kind.ts';
import { largestFile } from '../../../source/decode-text.ts';
import type { OpenRecord } from '../../history/open-record.ts';

/** A library as a commit holds it. */
export interface CommitTree {
	readonly files: Files;
	readonly library: OpenLibrary;
}

/** Stands for the top of the repository, wherever that was checked out: nothing of a disk is to show in an answer. */
const top = resolve('/repository');

/** Opens the library that the newest commit of a record holds, from what is committed alone. */
export async function commitTree({ git, history, moment }: OpenRecord): Promise<CommitTree> {
	const { prefix } = history;
	const files = await filesOfTree({
		git,
		commit: moment.known.id,
		top,
		filtered: history.state.filtered,
		isText(path, size) {
			if (size > largestFile || !path.startsWith(prefix)) return false;
			const file = path.slice(prefix.length);
			return (fileKindOf(file) ?? recordFileKindOf(file)) !== undefined;
		},
	});
	const root = { path: resolve(top, prefix), by: 'config', repository: top } as const;
	return { files, library: openLibraryAt(files, root) };
}
