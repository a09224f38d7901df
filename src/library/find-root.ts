import { dirname, join, parse } from 'node:path';
import type { Files } from '../io/io.ts';
import { configFileName } from '../model/file-kind.ts';

/** Where a library begins, and whether anything says so. */
export interface LibraryRoot {
	/** Absolute, native, links resolved. */
	readonly path: string;
	/** `config`: a config stands there; `repository`: the top of a git checkout; `folder`: just the folder asked for. */
	readonly by: 'config' | 'repository' | 'folder';
	/** The top of the git checkout it lies in, where there is one. */
	readonly repository: string | undefined;
}

/** The library a folder belongs to: the nearest folder upwards with a config, else the checkout, else the folder itself. */
export function findLibraryRoot(files: Files, folder: string): LibraryRoot {
	const start = files.realPath(folder) ?? folder;
	const upwards = [...ancestors(start)];
	const repository = upwards.find((path) => files.facts(join(path, '.git')) !== null);
	const withConfig = upwards.find((path) => files.facts(join(path, configFileName)) !== null);
	if (withConfig !== undefined) return { path: withConfig, by: 'config', repository };
	if (repository !== undefined) return { path: repository, by: 'repository', repository };
	return { path: start, by: 'folder', repository };
}

function* ancestors(path: string): Generator<string> {
	const { root } = parse(path);
	for (let here = path; ; here = dirname(here)) {
		yield here;
		if (here === root) return;
	}
}
