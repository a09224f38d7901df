import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import {
	type FoundFile,
	findFiles,
	inspectFile,
	isInside,
	toLibraryPath,
} from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { CommandContext } from '../../command-context.ts';

/** The files that a call names, sorted by path. A path with nothing in it is a mistake of the call. */
export async function selectFiles(
	context: CommandContext,
	library: OpenLibrary,
): Promise<readonly FoundFile[]> {
	const { files } = context.io;
	const root = library.root.path;
	const ignore = library.config.ignore ?? [];
	const paths = context.arguments.length > 0 ? context.arguments : [context.folder];
	const selected = new Map<string, FoundFile>();
	for (const written of paths) {
		const path = resolve(context.folder, written);
		const real = files.realPath(path) ?? path;
		const facts = files.facts(real);
		if (facts === null)
			throw new CommandError(`There is nothing at ${written}`, {
				help: 'Give files or folders of the library.',
			});
		if (!isInside(root, real)) throw new CommandError(`${written} is outside the library at ${root}`);
		const below = toLibraryPath(root, real);
		const found =
			facts.kind === 'directory'
				? (await findFiles(files, root, ignore, below)).files
				: [inspectFile(files, root, below)];
		const readable = found.filter((one) => one !== undefined);
		if (readable.length === 0) {
			throw new CommandError(`There is no SOP, checklist, register or config in ${written}`, {
				help: 'SOPs end in .sop.yaml and checklists in .checklist.yaml. sop new makes one.',
			});
		}
		for (const one of readable) selected.set(one.file, one);
	}
	return [...selected.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
