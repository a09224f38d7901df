import { join } from 'node:path';
import { idsOnBranches } from '../../../git/ids-on-branches.ts';
import { openGit } from '../../../git/open-git.ts';
import { findFiles, refuseUnreadable } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { skimCovers } from '../../../library/skim-document.ts';
import { idInText } from '../../../model/document-id.ts';
import { decodeText } from '../../../source/decode-text.ts';
import type { CommandContext } from '../../command-context.ts';

/** A document of the working tree: enough of it to choose an id beside it. */
export interface StandingDocument {
	readonly id: string;
	readonly kind: 'sop' | 'checklist';
	readonly file: string;
	/** Activities that it answers for, as far as its header says so plainly. */
	readonly covers: readonly string[];
}

export interface TakenIds {
	/** Of the working tree, of everything that git can reach, and of what was there before. */
	readonly all: ReadonlySet<string>;
	readonly standing: readonly StandingDocument[];
}

/** All ids that a new document cannot have. What could not be looked at is said. */
export async function takenIds(context: CommandContext, library: OpenLibrary): Promise<TakenIds> {
	const { files, environment } = context.io;
	const root = library.root.path;
	// Files that the config ignores have ids too.
	const found = await findFiles(files, root, []);
	refuseUnreadable(found);
	const standing = found.files.flatMap(({ file, kind, refused }): readonly StandingDocument[] => {
		if ((kind !== 'sop' && kind !== 'checklist') || refused !== undefined) return [];
		const read = files.read(join(root, file));
		const decoded = read.ok ? decodeText(read.bytes) : undefined;
		const id = decoded?.ok ? idInText(decoded.text) : undefined;
		if (id === undefined || !decoded?.ok) return [];
		return [{ id, kind, file, covers: skimCovers(decoded.text) }];
	});
	const all = new Set(standing.map(({ id }) => id));
	if (library.root.repository !== undefined) {
		const past = await idsOnBranches(await openGit(root, environment), idInText);
		for (const id of past.ids) all.add(id);
		if (past.shallow)
			context.say(
				'The clone is shallow: ids of its older history are not known. git fetch --unshallow brings them.',
			);
		if (past.missing > 0)
			context.say(
				`${past.missing} older texts could not be read (a partial clone?): their ids are not known.`,
			);
	} else context.say('No git repository: only the ids of the files here are known.');
	return { all, standing };
}
