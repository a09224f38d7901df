import { relative, sep } from 'node:path';
import type { LibraryRoot } from '../../../library/find-root.ts';

/** A file of a config relative to its library: one that lies beside it has an absolute path, and may begin with `..` here. */
export function pathInRepository({ path }: Pick<LibraryRoot, 'path'>, file: string): string {
	return /^(?:\/|[a-z]:)/i.test(file) ? relative(path, file).split(sep).join('/') : file;
}
