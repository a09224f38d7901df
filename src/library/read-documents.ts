import type { Files } from '../io/io.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { findFiles, refuseUnreadable } from './find-files.ts';
import type { OpenLibrary } from './open-library.ts';
import { readFoundFile } from './read-document.ts';

/**
 * All SOPs and checklists of a library, one after another, in the order of their paths: none is kept. Throws at the
 * end where a folder could not be looked into; its name may tell too much.
 */
export async function* readDocuments(
	files: Files,
	library: OpenLibrary,
	namesFolders = true,
): AsyncGenerator<ReadDocument> {
	const found = await findFiles(files, library.root.path, library.config.ignore ?? []);
	for (const one of found.files) {
		if (one.kind === 'sop' || one.kind === 'checklist') yield readFoundFile(files, library.root.path, one);
	}
	refuseUnreadable(found, namesFolders);
}
