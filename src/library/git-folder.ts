import { join, resolve } from 'node:path';
import type { Files } from '../io/io.ts';

/** Whether a folder is a git directory itself, without files around it (gitrepository-layout(5)). */
export function isBareRepository(files: Files, folder: string): boolean {
	const kinds = ['HEAD', 'objects', 'refs'].map((name) => files.facts(join(folder, name))?.kind);
	return kinds.join() === 'file,directory,directory';
}

/**
 * The git directory of a checkout, found without asking git: `.git` itself, or where a file of that name points
 * (gitrepository-layout(5), "gitfile"). Undefined where there is none.
 */
export function gitFolder(files: Files, top: string): string | undefined {
	const path = join(top, '.git');
	const facts = files.facts(path);
	if (facts?.kind === 'directory') return path;
	const read = facts?.kind === 'file' ? files.read(path) : undefined;
	const pointer = read?.ok
		? /^gitdir: (.+?)\r?\n?$/.exec(new TextDecoder().decode(read.bytes))?.[1]
		: undefined;
	if (pointer === undefined) return undefined;
	const folder = resolve(top, pointer);
	return files.facts(folder)?.kind === 'directory' ? folder : undefined;
}
