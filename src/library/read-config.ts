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

/** Reads the config of a library with all that it extends. A library without one has an empty config. */
export function readConfig(files: Files, root: string, asked: string | undefined): ReadConfig {
	const path = asked ?? join(root, configFileName);
	if (files.facts(path) === null) {
		if (asked === undefined) return { config: {}, layers: [], documents: [] };
		throw new CommandError(`There is no config at ${asked}`, {
			help: 'Give the path of an existing file after --config.',
		});
	}
	const chain: { layer: ConfigLayer; document: ReadDocument }[] = [];
	collect(files, root, path, [], chain);
	const layers = chain.map(({ layer }) => layer);
	return {
		config: layers.map(({ config }) => config).reduce(merge, {}),
		layers,
		documents: chain.map(({ document }) => document),
	};
}

function collect(
	files: Files,
	root: string,
	path: string,
	above: readonly string[],
	chain: { layer: ConfigLayer; document: ReadDocument }[],
): void {
	const file = isInside(root, path) ? toLibraryPath(root, path) : path;
	if (above.includes(path))
		throw new CommandError(`The config extends itself by way of ${file}`, {
			help: 'Take one `extends` out.',
		});
	const read = files.read(path);
	if (!read.ok) {
		const by = above.at(-1);
		const from =
			by === undefined ? '' : `, which ${isInside(root, by) ? toLibraryPath(root, by) : by} extends`;
		throw new CommandError(`The config ${file}${from}, cannot be read (${read.code})`, {
			help: 'Mend the path, or the permissions.',
		});
	}
	const document = readDocument('config', file, read.bytes);
	// `checked` passed the schema of a config, or is nothing.
	const config = (
		typeof document.checked === 'object' && document.checked !== null ? document.checked : {}
	) as Config;
	for (const base of several(config.extends))
		collect(files, root, resolve(dirname(path), base), [...above, path], chain);
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
