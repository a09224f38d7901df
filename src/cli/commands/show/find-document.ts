import { CommandError } from '../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import { nearest } from '../../../model/nearest.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { CommandContext } from '../../command-context.ts';

/** The document of the library with an id, in any case; where several files claim it, the first, and all are named. */
export async function findDocument(
	context: CommandContext,
	id: string,
): Promise<{
	readonly read: ReadDocument;
	readonly id: string;
	readonly root: string;
	/** Other files that claim the id. */
	readonly others: readonly string[];
}> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const ids: string[] = [];
	const others: string[] = [];
	let first: { read: ReadDocument; id: string } | undefined;
	for await (const read of readDocuments(context.io.files, library, !context.has('maxClassification'))) {
		const here = summariseDocument(read)?.id;
		if (here === undefined) continue;
		if (here.toLowerCase() !== id.toLowerCase()) ids.push(here);
		else if (first === undefined) first = { read, id: here };
		else others.push(read.file);
	}
	if (first !== undefined) return { ...first, root: library.root.path, others };
	const near = nearest(id, ids);
	throw new CommandError(
		`There is no document ${JSON.stringify(id)} in the library at ${library.root.path}`,
		{
			help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?`,
		},
	);
}
