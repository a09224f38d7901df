import { join } from 'node:path';
import type { Files } from '../io/io.ts';
import type { Config } from '../model/documents.generated.ts';
import { registerKinds } from '../model/file-kind.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { Registers } from '../model/registers.ts';
import { findLibraryRoot, type LibraryRoot } from './find-root.ts';
import { type ConfigLayer, readConfig } from './read-config.ts';
import { readFoundFile } from './read-document.ts';

/** A library as far as every command needs it: where it is, its config and its registers. */
export interface OpenLibrary {
	readonly root: LibraryRoot;
	readonly config: Config;
	readonly configLayers: readonly ConfigLayer[];
	readonly registers: Registers;
	/** Config and registers as read, by their path in the library. */
	readonly supporting: ReadonlyMap<string, ReadDocument>;
}

/** Opens the library that a folder belongs to. */
export function openLibrary(files: Files, folder: string, configFile?: string): OpenLibrary {
	const root = findLibraryRoot(files, folder);
	const { config, layers, documents } = readConfig(files, root.path, configFile, root.repository);
	const supporting = new Map(documents.map((document) => [document.file, document]));
	const registers: Record<string, unknown> = {};
	for (const kind of registerKinds) {
		const file = `registers/${kind}.yaml`;
		if (files.facts(join(root.path, file)) === null) continue;
		const document = readFoundFile(files, root.path, { file, kind });
		supporting.set(file, document);
		if (hasEntries(document.checked, kind)) registers[kind] = document.checked;
	}
	// Each register passed the schema of its kind.
	return { root, config, configLayers: layers, registers: registers as Registers, supporting };
}

/** A register that lists nothing is one that nobody has filled in yet: nothing can be held against it. */
function hasEntries(register: unknown, kind: string): boolean {
	if (typeof register !== 'object' || register === null) return false;
	const entries: unknown = Reflect.get(register, kind);
	return Array.isArray(entries) ? entries.length > 0 : typeof entries === 'object' && entries !== null;
}
