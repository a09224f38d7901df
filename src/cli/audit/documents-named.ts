import type { Finding } from '../../diagnostics/finding.ts';
import { fileKindOf } from '../../model/file-kind.ts';
import { standingAt } from '../../model/history/standing.ts';
import { folderPart } from '../../model/record/path-part.ts';
import type { OpenRecord } from '../history/open-record.ts';

/** Tells of which documents the words of findings are. */
export interface DocumentsNamed {
	/** The id of the document that stands in a file, whether or not its text can be read; undefined for other files. */
	idOf(file: string): string | undefined;
	/**
	 * The document it is in, the one that a record is about, and every one that it names by its id or its file. A text that
	 * nobody can tell the id of stands for itself by its path: nobody knows its class either.
	 */
	namedIn(finding: Finding): readonly string[];
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
	return {
		idOf: (file) => byFile.get(file),
		namedIn({ document, file, message, help, anchor }) {
			const words = `${message} ${help} ${anchor}`.split(/[\s"'`,;:()[\]<>]+/);
			const parts = [file, ...file.split('/'), ...words].flatMap((word) => {
				const plain = word.replace(/[.!?]+$/, '');
				return [plain, ...plain.split(/[/@]/)];
			});
			const unknown = unknownIn(file);
			const own = document ?? byFile.get(file) ?? byWord.get(unknown ?? '') ?? unknown;
			const named = parts.flatMap((part) => byFile.get(part) ?? byWord.get(part) ?? []);
			return [...new Set([...(own === undefined ? [] : [own]), ...named])].sort();
		},
	};
}

/** What stands for a document that never stood on the mainline by an id: its path, or the folder of its records. */
function unknownIn(file: string): string | undefined {
	const kind = fileKindOf(file);
	if (kind === 'sop' || kind === 'checklist') return file;
	const [top, records, folder] = file.split('/');
	return top === 'records' && records !== 'training' ? folder : undefined;
}
