import { CommandError } from '../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { readDocuments } from '../../../library/read-documents.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import { findWords } from '../../../model/find-words.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { Locator } from '../../../source/locator.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';

/** `sop find WORDS`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const words = context.arguments.flatMap((argument) => argument.split(/\s+/)).filter((word) => word !== '');
	if (words.length === 0) throw new CommandError('sop find needs a word', { help: 'Try sop find invoice' });
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const hits: Record<string, unknown>[] = [];
	let unreadable = 0;
	for await (const read of readDocuments(context.io.files, library)) {
		const broken = read.problems.find((problem) => problem.rule === 'document/syntax');
		if (broken !== undefined) {
			unreadable++;
			context.warn(
				`${read.file} cannot be read, so it was not searched: ${broken.message}. sop lint shows where.`,
			);
			continue;
		}
		hits.push(...structuredClone(hitsIn(read, words)));
	}
	await printTable(context, {
		name: 'hits',
		head: { words },
		columns: [
			{ key: 'id', title: 'Id' },
			{ key: 'title', title: 'Title' },
			{ key: 'section', title: 'Section' },
			{ key: 'line', title: 'Line', align: 'right' },
			{ key: 'text', title: 'Text' },
			...(context.text('format') === 'csv' ? [{ key: 'file', title: 'File' }] : []),
		],
		rows: hits,
		none: `No document holds all of: ${words.join(' ')}`,
	});
	return hits.length > 0 && unreadable === 0 ? exitCode.clean : exitCode.findings;
}

function hitsIn(read: ReadDocument, words: readonly string[]): Record<string, unknown>[] {
	const found = findWords(read.value, words);
	if (found.length === 0) return [];
	const summary = summariseDocument(read);
	const locator = new Locator(read.text);
	return found.map(({ path, section, text }) => ({
		id: summary?.id ?? null,
		title: summary?.title ?? null,
		file: read.file,
		section,
		line: read.text.slice(0, locator.rangeOf({ path }).from).split('\n').length,
		path: path.join('/'),
		text,
	}));
}
