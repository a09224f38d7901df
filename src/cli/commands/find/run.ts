import { openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import { findWords } from '../../../model/find-words.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';

/** `sop find WORDS`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.text('config'));
	const words = context.arguments.flatMap((argument) => argument.split(/\s+/));
	const hits: Record<string, unknown>[] = [];
	for await (const read of readDocuments(context.io.files, library)) {
		const summary = summariseDocument(read);
		if (summary === undefined) {
			context.io.stderr.write(`${read.file} cannot be read, so not searched. sop lint shows why.\n`);
			continue;
		}
		for (const { path, section, text } of findWords(read.value, words)) {
			const { id, title, file } = summary;
			hits.push(
				structuredClone({ id: id ?? null, title: title ?? null, file, section, path: path.join('/'), text }),
			);
		}
	}
	await printTable(context, {
		name: 'hits',
		head: { words },
		columns: [
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'section', title: 'Section' },
			{ key: 'text', title: 'Text' },
		],
		rows: hits,
		none: `No document holds all of: ${words.join(' ')}`,
	});
	return hits.length > 0 ? exitCode.clean : exitCode.findings;
}
