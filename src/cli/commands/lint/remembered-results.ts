import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../../../io/io.ts';
import { gitFolder } from '../../../library/git-folder.ts';
import { lookUpLinks } from '../../../library/linked-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { FileResult } from '../../../lint/lint-one.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { LibraryFacts } from '../../../lint/subject.ts';
import { decodeText, largestFile } from '../../../source/decode-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { SelectedFile } from './selection.ts';

/** Fewer files than this are linted sooner than the results of a large library are read. */
const worthRemembering = 50;

/** Results of earlier runs over the same bytes, judged by the same program under the same config, registers and day. */
export interface RememberedResults {
	/** Results of those files that stand as they stood; `onFile` is called for each. */
	recall(files: readonly SelectedFile[], onFile: () => void): readonly FileResult[];
	/** Keeps results of files that `recall` was asked for and did not know. */
	remember(results: readonly FileResult[]): void;
}

/**
 * Opens what is remembered of a library, in the git directory, where it is in nobody's way and goes with the clone.
 * Undefined where nothing may be remembered: outside of git, with `--no-cache`, or in a program that does not know
 * what it was built from.
 */
export function rememberedResults(
	context: CommandContext,
	library: OpenLibrary,
	by: {
		readonly rules: readonly Rule[];
		readonly facts: LibraryFacts;
		readonly build: string | undefined;
	},
): RememberedResults | undefined {
	const { files } = context.io;
	const folder = library.root.repository && gitFolder(files, library.root.repository);
	if (folder === undefined || by.build === undefined || context.yesOrNo('cache') === false) return undefined;
	const path = join(folder, 'sop', 'lint-results');
	// A result follows from the file and from these.
	const circumstances = digestOf(
		JSON.stringify([
			by.build,
			library.root.path,
			context.text('preset') ?? null,
			by.rules.map((rule) => rule.name),
			library.policy?.layers ?? library.configLayers,
			{ ...by.facts, feel: null },
		]),
	);
	const root = library.root.path;
	const keys = new Map<string, string>();
	let lines: ReadonlyMap<string, string> = new Map();

	return {
		recall(selected, onFile) {
			if (selected.length < worthRemembering) return [];
			lines = readLines(files, path, circumstances);
			const known: FileResult[] = [];
			for (const { file, found } of selected) {
				// Config and registers are read in any case, and large files are refused.
				if (
					found === undefined ||
					found.refused !== undefined ||
					library.supporting.has(file) ||
					(found.size ?? largestFile) >= largestFile
				)
					continue;
				const read = files.read(join(root, file));
				if (!read.ok) continue;
				const key = digestOf(file, read.bytes);
				keys.set(file, key);
				const result = parseResult(lines.get(key), file);
				if (result === undefined || !linksTheSame(files, root, result, read.bytes)) continue;
				known.push(result);
				onFile();
			}
			return known;
		},
		remember(results) {
			const added = results.flatMap((result) => {
				const key = keys.get(result.file);
				return key === undefined ? [] : [`${key} ${printResult(result)}\n`];
			});
			if (added.length === 0) return;
			const kept = [...lines].map(([key, text]) => `${key} ${text}\n`);
			try {
				files.write(path, `${circumstances}\n${kept.join('')}${added.join('')}`);
			} catch {
				// A clone that may not be written to remembers nothing.
			}
		},
	};
}

/** What was kept under the same circumstances, by key; nothing of what was kept under others. */
function readLines(files: Files, path: string, circumstances: string): ReadonlyMap<string, string> {
	const read = files.read(path);
	if (!read.ok) return new Map();
	const [first, ...lines] = new TextDecoder().decode(read.bytes).split('\n');
	if (first !== circumstances) return new Map();
	return new Map(lines.filter(Boolean).map((line) => [line.slice(0, keyLength), line.slice(keyLength + 1)]));
}

const keyLength = 64;

function digestOf(...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex');
}

function printResult(result: FileResult): string {
	return JSON.stringify({ ...result, keys: result.keys && [...result.keys] });
}

/** A line cut short by a full disk is as good as none. */
function parseResult(text: string | undefined, file: string): FileResult | undefined {
	if (text === undefined) return undefined;
	try {
		// Written by `printResult` of the same build.
		const result = JSON.parse(text) as FileResult & { keys: [string, 'written' | 'set aside'][] | null };
		return result.file === file ? { ...result, keys: result.keys && new Map(result.keys) } : undefined;
	} catch {
		return undefined;
	}
}

/** Whether the files that a document links are what they were. */
function linksTheSame(files: Files, root: string, result: FileResult, bytes: Uint8Array): boolean {
	if (result.linkedFiles.length === 0) return true;
	const decoded = decodeText(bytes);
	const document = { file: result.file, text: decoded.ok ? decoded.text : '' };
	const links = result.linkedFiles.map(({ found, suggestion, sha256, anchorFound, ...link }) => link);
	return JSON.stringify(lookUpLinks(files, root, document, links)) === JSON.stringify(result.linkedFiles);
}
