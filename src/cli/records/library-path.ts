import { resolve } from 'node:path';
import { isInside, toLibraryPath } from '../../library/find-files.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { CommandContext } from '../command-context.ts';

/** The path of a record in the library, whether it was written from there or from the folder here. */
export function libraryPath(context: CommandContext, { root }: OpenLibrary, written: string): string {
	if (written.startsWith('records/')) return written;
	const path = resolve(context.folder, written);
	return isInside(root.path, path) ? toLibraryPath(root.path, path) : written;
}
