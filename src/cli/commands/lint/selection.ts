import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { type FoundFile, isInside, toLibraryPath } from '../../../library/find-files.ts';
import { linkedFilesOf } from '../../../library/linked-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { readDocument, readFoundFile } from '../../../library/read-document.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { CommandContext } from '../../command-context.ts';
import { selectFiles } from './select-files.ts';
import { shard } from './shard.ts';

/** One file that a run reports on, and the way to its content. */
export interface SelectedFile {
	/** Relative to the library, with `/`. */
	readonly file: string;
	read(): ReadDocument;
	/** How it was found on disk; undefined for what is on none. */
	readonly found?: FoundFile;
	/** Where a fix is written; undefined for what is on no disk. */
	readonly path?: string;
}

/** The files a call speaks of: standard input, what git says, the paths given, or all of the library. */
export async function selection(
	context: CommandContext,
	library: OpenLibrary,
): Promise<readonly SelectedFile[]> {
	const name = context.text('stdinFilename');
	if (name !== undefined) return [await fromStdin(context, library, name)];
	if (context.has('staged')) return shard(await staged(context, library), context.text('shard'));
	const found = await selectFiles(context, library);
	const { files } = context.io;
	const root = library.root.path;
	const selected = context.has('changed') ? await onlyChanged(context, library, found) : found;
	return shard(
		selected.map((one) => ({
			file: one.file,
			found: one,
			path: resolve(root, one.file),
			read: () => library.supporting.get(one.file) ?? readFoundFile(files, root, one),
		})),
		context.text('shard'),
	);
}

async function fromStdin(context: CommandContext, library: OpenLibrary, name: string): Promise<SelectedFile> {
	const file = toLibraryPath(library.root.path, resolve(context.folder, name));
	const kind = fileKindOf(file);
	if (kind === undefined || file.startsWith('../')) {
		throw new CommandError(
			`--stdin-filename ${name} is no name of an SOP, checklist, register or config of this library`,
			{
				help: 'SOPs end in .sop.yaml and checklists in .checklist.yaml.',
			},
		);
	}
	const bytes = await context.io.stdin.read();
	return { file, read: () => withLinks(context, library, readDocument(kind, file, bytes)) };
}

function withLinks(context: CommandContext, library: OpenLibrary, document: ReadDocument): ReadDocument {
	return { ...document, linkedFiles: linkedFilesOf(context.io.files, library.root.path, document) };
}

async function onlyChanged(
	context: CommandContext,
	library: OpenLibrary,
	found: readonly FoundFile[],
): Promise<readonly FoundFile[]> {
	const { openGit } = await import('../../../git/open-git.ts');
	const { changedFiles } = await import('../../../git/changed-files.ts');
	const git = await openGit(library.root.path, context.io.environment);
	const changed = new Set(await changedFiles(git, context.text('changed') ?? 'HEAD'));
	const prefix = libraryPrefix(git.top, library.root.path);
	return found.filter((one) => changed.has(prefix + one.file));
}

/** Documents as they are staged, whatever stands in the working tree; registers and config are read from there. */
async function staged(context: CommandContext, library: OpenLibrary): Promise<readonly SelectedFile[]> {
	const { openGit } = await import('../../../git/open-git.ts');
	const { stagedFiles } = await import('../../../git/changed-files.ts');
	const git = await openGit(library.root.path, context.io.environment);
	const prefix = libraryPrefix(git.top, library.root.path);
	const wanted = context.arguments.map((written) =>
		toLibraryPath(library.root.path, resolve(context.folder, written)),
	);
	const selected: SelectedFile[] = [];
	for (const name of await stagedFiles(git)) {
		const file = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
		const kind = file === undefined ? undefined : fileKindOf(file);
		if (file === undefined || kind === undefined) continue;
		if (wanted.length > 0 && !wanted.some((one) => one === '' || file === one || file.startsWith(`${one}/`)))
			continue;
		const bytes = await git.blob(`:${name}`);
		selected.push({ file, read: () => withLinks(context, library, readDocument(kind, file, bytes)) });
	}
	return selected;
}

function libraryPrefix(top: string, root: string): string {
	const path = isInside(top, root) ? toLibraryPath(top, root) : '';
	return path === '' ? '' : `${path}/`;
}
