import type { Files } from '../io/io.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { findFiles } from './find-files.ts';
import type { OpenLibrary } from './open-library.ts';
import { readFoundFile } from './read-document.ts';

/** All SOPs and checklists of a library, one after another, in the order of their paths: none is kept. */
export async function* readDocuments(files: Files, library: OpenLibrary): AsyncGenerator<ReadDocument> {
	const { files: found } = await findFiles(files, library.root.path, library.config.ignore ?? []);
	for (const one of found) {
		if (one.kind === 'sop' || one.kind === 'checklist') yield readFoundFile(files, library.root.path, one);
	}
}
