import { libraryItself } from '../../../audit/library-itself.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import { standingAt } from '../../../model/history/standing.ts';
import { folderPart } from '../../../model/record/path-part.ts';
import type { OpenRecord } from '../../history/open-record.ts';

/** Tells of which documents the words of findings are. */
export interface DocumentsNamed {
	/** The id of the document that stands in a file, whether or not its text can be read; undefined for other files. */
	idOf(file: string): string | undefined;
	/**
	 * The document that a text is told of, the one that a record is about, and every one that the text names by its id or its
	 * file. A file that nobody can tell the id of stands for itself by its path: nobody knows its class either.
	 */
	namedIn(file: string | undefined, text: string, document: string | null): readonly string[];
}

/** Knows the documents of a record: all that ever stood, and the files of those that stand. */
export function documentsNamed({ history, moment }: OpenRecord): DocumentsNamed {
	const byFile = new Map<string, string>();
	const byWord = new Map<string, string>();
	for (const id of history.ids) {
		byWord.set(id, id).set(folderPart(id), id);
		for (const { path } of standingAt(history.trail(id)?.entries ?? [], moment.position))
			byFile.set(path.slice(history.prefix.length), id);
	}
	const ownIn = (file: string | undefined, document: string | null): readonly string[] => {
		if (document !== null) return [document];
		if (file === undefined) return [];
		const unknown = unknownIn(file) ?? '';
		return [byFile.get(file) ?? byWord.get(unknown) ?? unknown].filter(Boolean);
	};
	return {
		idOf: (file) => byFile.get(file),
		namedIn(file, text, document) {
			const words = text.split(/[\s"'`,;:()[\]<>]+/);
			const path = file === undefined ? [] : [file, ...file.split('/')];
			const parts = [...path, ...words].flatMap((word) => {
				const plain = word.replace(/[.!?]+$/, '');
				return [plain, ...plain.split(/[/@]/)];
			});
			const named = parts.flatMap((part) => byFile.get(part) ?? byWord.get(part) ?? []);
			return [...new Set([...ownIn(file, document), ...named])].sort();
		},
	};
}

/** What stands for what no id names: a text by its path, a record by its folder, all else by the library itself. */
function unknownIn(file: string): string | undefined {
	const kind = fileKindOf(file);
	if (kind === 'sop' || kind === 'checklist') return file;
	const [top, records, folder] = file.split('/');
	if (top !== 'records') return libraryItself;
	return records === 'training' ? undefined : folder;
}
