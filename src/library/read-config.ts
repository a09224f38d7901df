import { dirname, join, resolve } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Files } from '../io/io.ts';
import type { Config } from '../model/documents.generated.ts';
import { configFileName } from '../model/file-kind.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { several } from '../model/several.ts';
import { isInside, toLibraryPath } from './find-files.ts';
import { readDocument } from './read-document.ts';

/** One config file of those that `extends` chains together, the base first. */
export interface ConfigLayer {
	/** Relative to the library where it lies in it, else absolute. */
	readonly file: string;
	readonly config: Config;
}

export interface ReadConfig {
	/** All layers merged: a later one wins key by key, `rules` rule by rule, `overrides` follow one another. */
	readonly config: Config;
	readonly layers: readonly ConfigLayer[];
	/** The files as read, to be linted like any other. */
	readonly documents: readonly ReadDocument[];
}

/** What reading a config asks of a file system. */
export type ConfigFiles = Pick<Files, 'facts' | 'read' | 'realPath'>;

/** Reads the config of a library with all that it extends. A library without one has an empty config. */
export function readConfig(
	files: ConfigFiles,
	root: string,
	asked: string | undefined,
	repository?: string,
): ReadConfig {
	const path = asked ?? join(root, configFileName);
	if (files.facts(path) === null) {
		if (asked === undefined) return { config: {}, layers: [], documents: [] };
		throw new CommandError(`There is no config at ${asked}`, {
			help: 'Give the path of an existing file after --config.',
		});
	}
	const chain: Link[] = [];
	collect({ files, root, top: repository ?? root }, path, [], chain);
	const layers = chain.map(({ layer }) => layer);
	const config = layers.map((layer) => layer.config).reduce(merge, {});
	return {
		config,
		layers,
		documents: chain.map(({ document }, index) =>
			index === chain.length - 1 && config.library === undefined ? document : withoutNeedOfId(document),
		),
	};
}

interface Link {
	readonly layer: ConfigLayer;
	readonly document: ReadDocument;
}

/** The id of the library stands once in the files that make up its config: the others need none. */
function withoutNeedOfId(document: ReadDocument): ReadDocument {
	const isNeed = ({ rule, place }: ReadDocument['problems'][number]) =>
		rule === 'config/invalid-value' &&
		'path' in place &&
		place.path.length === 1 &&
		place.path[0] === 'library' &&
		!hasLibrary(document.value);
	return { ...document, problems: document.problems.filter((problem) => !isNeed(problem)) };
}

function hasLibrary(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, 'library');
}

interface Reader {
	readonly files: ConfigFiles;
	readonly root: string;
	/** The folder that no `extends` may leave. */
	readonly top: string;
}

function collect(reader: Reader, path: string, above: readonly string[], chain: Link[]): void {
	const { files, root } = reader;
	const file = isInside(root, path) ? toLibraryPath(root, path) : path;
	if (above.includes(path))
		throw new CommandError(`The config extends itself by way of ${file}`, {
			help: 'Take one `extends` out.',
		});
	const by = above.at(-1);
	const from =
		by === undefined ? '' : `, which ${isInside(root, by) ? toLibraryPath(root, by) : by} extends,`;
	const real = files.realPath(path);
	// What lies elsewhere has no history here, and must not be shown to whoever reads the report.
	if (by !== undefined && real !== null && !isInside(files.realPath(reader.top) ?? reader.top, real)) {
		throw new CommandError(`The config ${file}${from} lies outside the repository`, {
			help: 'Copy it into the library, so that its changes have a history.',
		});
	}
	if (real !== null && files.facts(real)?.kind === 'other') {
		throw new CommandError(`The config ${file}${from} is no ordinary file`, { help: 'Mend the path.' });
	}
	const read = files.read(path);
	if (!read.ok) {
		throw new CommandError(`The config ${file}${from} cannot be read (${read.code})`, {
			help: 'Mend the path, or the permissions.',
		});
	}
	const document = readDocument('config', file, read.bytes);
	// `checked` passed the schema of a config, or is nothing.
	const config = (
		typeof document.checked === 'object' && document.checked !== null ? document.checked : {}
	) as Config;
	for (const base of several(config.extends))
		collect(reader, resolve(dirname(path), base), [...above, path], chain);
	chain.push({ layer: { file, config }, document });
}

function merge(base: Config, over: Config): Config {
	const rules = base.rules || over.rules ? { rules: { ...base.rules, ...over.rules } } : {};
	const overrides =
		base.overrides || over.overrides
			? { overrides: [...(base.overrides ?? []), ...(over.overrides ?? [])] }
			: {};
	return { ...base, ...over, ...rules, ...overrides };
}
