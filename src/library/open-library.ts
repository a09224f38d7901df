import { join } from 'node:path';
import type { Files } from '../io/io.ts';
import type { Config } from '../model/documents.generated.ts';
import { registerKinds } from '../model/file-kind.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { type Registers, registersFrom } from '../model/registers.ts';
import type { BranchPolicy } from './branch-policy.ts';
import { isInside } from './find-files.ts';
import { findLibraryRoot, type LibraryRoot } from './find-root.ts';
import { placeOfPeople } from './people-file.ts';
import { type ConfigLayer, readConfig } from './read-config.ts';
import { readFoundFile } from './read-document.ts';

/** A library as far as every command needs it: where it is, its config and its registers. */
export interface OpenLibrary {
	readonly root: LibraryRoot;
	readonly config: Config;
	readonly configLayers: readonly ConfigLayer[];
	readonly registers: Registers;
	/** Where the people register lies, or would, relative to the library. */
	readonly peopleFile: string;
	/** Config and registers as read, by their path in the library. */
	readonly supporting: ReadonlyMap<string, ReadDocument>;
	/** What it is judged by where that is not its own config; `here` is that one. */
	readonly policy?: BranchPolicy & { readonly here: Config };
}

/** Opens the library that a folder belongs to. */
export function openLibrary(files: Files, folder: string, configFile?: string): OpenLibrary {
	return openLibraryAt(files, findLibraryRoot(files, folder), configFile);
}

/** Opens the library that lies at a place. */
export function openLibraryAt(files: Files, root: LibraryRoot, configFile?: string): OpenLibrary {
	const { config, layers, documents } = readConfig(files, root.path, configFile, root.repository);
	const peopleFile = placeOfPeople(files, root.path, config);
	const registers = registerKinds.flatMap((kind) => {
		const file = kind === 'people' ? peopleFile : `registers/${kind}.yaml`;
		const refused = whyRefused(files, root.path, file);
		if (files.facts(join(root.path, file)) === null) return [];
		return [readFoundFile(files, root.path, { file, kind, ...(refused && { refused }) })];
	});
	return {
		root,
		config,
		configLayers: layers,
		registers: withPlaceOfPeople(registersFrom(registers), peopleFile, config),
		peopleFile,
		supporting: new Map([...documents, ...registers].map((document) => [document.file, document])),
	};
}

/** What lies elsewhere has no history here; a pipe or a device would keep a reader waiting for ever. */
function whyRefused(files: Files, root: string, file: string): string | undefined {
	const real = files.realPath(join(root, file));
	if (real === null) return undefined;
	if (!isInside(root, real)) return 'The link leaves the library';
	return files.facts(real)?.kind === 'other' ? 'This is no ordinary file' : undefined;
}

/** Says where a people register was looked for that the config names and that is not there. */
function withPlaceOfPeople(registers: Registers, file: string, config: Config): Registers {
	const isTold = registers.people !== undefined || registers.whyNot?.people !== undefined;
	if (isTold || config.people?.file === undefined) return registers;
	return { ...registers, whyNot: { ...registers.whyNot, people: `there is no people register at ${file}` } };
}
