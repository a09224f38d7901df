import type { Finding } from '../../diagnostics/finding.ts';
import type { FileResult } from '../../lint/lint-one.ts';

/**
 * Tells the ids of the documents that the words of a finding may be drawn from: the one it is in, the one that a record is
 * about, and every one that it names by its id or its file.
 */
export function documentsNamed(results: readonly FileResult[]): (finding: Finding) => readonly string[] {
	const byWord = new Map<string, string>();
	for (const { document, file } of results) {
		if (document === null) continue;
		byWord.set(document, document);
		byWord.set(file, document);
	}
	return ({ document, file, message, help, anchor }) => {
		const parts = [file, ...file.split('/'), ...`${message} ${help} ${anchor}`.split(/[\s"'`,;:()[\]<>]+/)];
		const words = parts.flatMap((part) => [part, part.replace(/[.!?]+$/, ''), ...part.split(/[/@]/)]);
		const named = words.flatMap((word) => byWord.get(word) ?? []);
		return [...new Set([...(document === null ? [] : [document]), ...named])].sort();
	};
}
