import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { isInside, toLibraryPath } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { type Baseline, type BaselineEntry, baselineFileName } from '../../../lint/baseline.ts';
import type { CommandContext } from '../../command-context.ts';

/** A baseline and the text it was read from. */
export interface ReadBaseline {
	/** Relative to the library where it lies in it, else absolute. */
	readonly file: string;
	readonly content: Baseline;
	readonly text: string;
}

/** Where the baseline lies, or would lie: `--baseline`, else beside the config of the library. */
export function baselinePath(context: CommandContext, library: OpenLibrary): string {
	const asked = context.text('baseline');
	return asked === undefined ? resolve(library.root.path, baselineFileName) : resolve(context.folder, asked);
}

/** The baseline a run goes by: `--baseline`, else the library's own; undefined where there is none and none is `required`. */
export function readBaseline(
	context: CommandContext,
	library: OpenLibrary,
	required: boolean,
): ReadBaseline | undefined {
	const path = baselinePath(context, library);
	const read = context.io.files.read(path);
	const file = isInside(library.root.path, path) ? toLibraryPath(library.root.path, path) : path;
	if (!read.ok) {
		if (read.code === 'ENOENT' && !required) return undefined;
		throw new CommandError(`The baseline ${file} cannot be read (${read.code})`, {
			help: 'sop baseline writes one.',
		});
	}
	const text = new TextDecoder().decode(read.bytes);
	const content = parseBaseline(text);
	if (content === undefined) {
		throw new CommandError(`The baseline ${file} is not what sop baseline writes`, {
			help: 'Restore it from git, or write it anew.',
		});
	}
	return { file, content, text };
}

/** The baseline that a text holds; undefined where it is none. */
export function parseBaseline(text: string): Baseline | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 1)
		return undefined;
	if (!('entries' in value) || !Array.isArray(value.entries)) return undefined;
	const entries = value.entries.filter(isEntry);
	return entries.length === value.entries.length ? { format: 1, entries } : undefined;
}

function isEntry(value: unknown): value is BaselineEntry {
	if (typeof value !== 'object' || value === null) return false;
	const { rule, document, place, count } = value as Partial<Record<keyof BaselineEntry, unknown>>;
	const texts = [rule, document, place].every((one) => typeof one === 'string');
	return texts && typeof count === 'number' && Number.isInteger(count) && count > 0;
}
