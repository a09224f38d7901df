import { contextDocuments } from '../../../library/context-documents.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { FileResult } from '../../../lint/lint-one.ts';
import { acrossLibrary, type Rule } from '../../../lint/rule.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';
import type { CommandContext } from '../../command-context.ts';

/**
 * The documents that are not looked at but bear on those that are, so that a call for one file tells the same of it as
 * a call for all. None where all are looked at, or where no rule asks for more than one file.
 */
export async function contextOf(
	context: CommandContext,
	library: OpenLibrary,
	rules: readonly Rule[],
	results: readonly FileResult[],
): Promise<readonly DocumentSummary[]> {
	if (isWhole(context, library) || !rules.some((rule) => acrossLibrary(rule) !== undefined)) return [];
	const selected = new Set(results.map((result) => result.file));
	return contextDocuments(
		{ files: context.io.files, root: library.root.path, ignore: library.config.ignore ?? [] },
		results.flatMap((result) => result.summary ?? []),
		(file) => selected.has(file),
	);
}

/** Whether a call is about all files of the library. */
export function isWhole(context: CommandContext, library: OpenLibrary): boolean {
	const narrowed = ['stdinFilename', 'staged', 'changed', 'shard'].some((flag) => context.has(flag));
	const folder = context.io.files.realPath(context.folder) ?? context.folder;
	return context.arguments.length === 0 && !narrowed && folder === library.root.path;
}
