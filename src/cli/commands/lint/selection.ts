import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Files } from '../../../io/io.ts';
import { type FoundFile, type FoundFiles, isInside, toLibraryPath } from '../../../library/find-files.ts';
import { linkedFilesOf } from '../../../library/linked-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { isPattern, pathMatcher } from '../../../library/path-pattern.ts';
import { kindInLibrary } from '../../../library/people-file.ts';
import { readDocument, readFoundFile } from '../../../library/read-document.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { recordFileKindOf } from '../../../model/record/record-kind.ts';
import { inertText } from '../../../report/inert-text.ts';
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
	/** Whether standard input began with a byte-order mark. */
	readonly hasByteOrderMark?: boolean;
	/** Where a fix is written; undefined for what is on no disk. */
	readonly path?: string;
}

/** The files that a run reports on, sorted by path, and the folders it could not look into. */
export interface Selection {
	readonly files: readonly SelectedFile[];
	readonly unreadable: FoundFiles['unreadable'];
}

/** The files a call speaks of: standard input, what git says, the paths given, or all of the library. */
export async function selection(context: CommandContext, library: OpenLibrary): Promise<Selection> {
	const name = context.text('stdinFilename');
	if (name !== undefined) return { files: [await fromStdin(context, library, name)], unreadable: [] };
	const part = context.text('shard');
	if (context.has('staged')) return { files: shard(await staged(context, library), part), unreadable: [] };
	const paths = context.arguments.length > 0 ? context.arguments : [context.folder];
	const found = await selectFiles(context, library, paths);
	const selected = context.has('changed') ? await onlyChanged(context, library, found.files) : found.files;
	return {
		files: shard(
			selected.map((one) => onDisk(context.io.files, library, one)),
			part,
		),
		unreadable: found.unreadable,
	};
}

/** Every file of the library, wherever the user stands. */
export async function wholeLibrary(context: CommandContext, library: OpenLibrary): Promise<Selection> {
	const found = await selectFiles(context, library, [library.root.path]);
	return {
		files: found.files.map((one) => onDisk(context.io.files, library, one)),
		unreadable: found.unreadable,
	};
}

/** A file as it was found on a disk, or in the tree of a commit. */
export function onDisk(files: Files, library: OpenLibrary, found: FoundFile): SelectedFile {
	const root = library.root.path;
	const path = resolve(root, found.file);
	return {
		file: found.file,
		found,
		read: () => library.supporting.get(found.file) ?? readFoundFile(files, root, found),
		// What other libraries share is not for this one to change.
		...(isInside(root, path) ? { path } : {}),
	};
}

async function fromStdin(context: CommandContext, library: OpenLibrary, name: string): Promise<SelectedFile> {
	const folder = context.io.files.realPath(context.folder) ?? context.folder;
	const file = toLibraryPath(library.root.path, resolve(folder, name));
	const isConfig = library.configLayers.some((layer) => layer.file === file);
	const kind = isConfig ? 'config' : kindInLibrary(library, file);
	if (kind === undefined || file.startsWith('../')) {
		throw new CommandError(
			`--stdin-filename ${inertText(name)} is no name of an SOP, checklist, register or config of this library`,
			{
				help: 'SOPs end in .sop.yaml and checklists in .checklist.yaml.',
			},
		);
	}
	const bytes = await context.io.stdin.read();
	const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const document = withLinks(context, library, readDocument(kind, file, bytes));
	return { file, hasByteOrderMark, read: () => document };
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
	const ref = context.text('changed') ?? 'HEAD';
	const changed = await changedFiles(git, ref).catch((error: unknown) => {
		const isPath = context.io.files.facts(resolve(context.folder, ref)) !== null;
		if (!(error instanceof CommandError) || !isPath) throw error;
		throw new CommandError(error.message, {
			help: `${inertText(ref)} is a file or folder: write paths before --changed, or --changed=HEAD.`,
		});
	});
	const names = new Set(changed);
	const prefix = libraryPrefix(git.top, library.root.path);
	return found.filter((one) => names.has(prefix + one.file));
}

/** Documents as they are staged, whatever stands in the working tree; registers and config are read from there. */
async function staged(context: CommandContext, library: OpenLibrary): Promise<readonly SelectedFile[]> {
	const { openGit } = await import('../../../git/open-git.ts');
	const { stagedFiles } = await import('../../../git/changed-files.ts');
	const git = await openGit(library.root.path, context.io.environment);
	const prefix = libraryPrefix(git.top, library.root.path);
	const isWanted = stagedMatcher(context, library);
	const selected: SelectedFile[] = [];
	for (const name of await stagedFiles(git)) {
		const file = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
		const kind = file === undefined ? undefined : (kindInLibrary(library, file) ?? recordFileKindOf(file));
		if (file === undefined || kind === undefined || !isWanted(file)) continue;
		const bytes = await git.blob(`:0:${name}`);
		selected.push({ file, read: () => withLinks(context, library, readDocument(kind, file, bytes)) });
	}
	return selected;
}

/** Whether a staged file, which may stand on no disk, is one that the call names and the config does not ignore. */
function stagedMatcher(context: CommandContext, library: OpenLibrary): (file: string) => boolean {
	const folder = context.io.files.realPath(context.folder) ?? context.folder;
	const ignored = (library.config.ignore ?? []).map(pathMatcher);
	const paths = context.arguments.length > 0 ? context.arguments : [folder];
	const wanted = paths.map((written) => {
		const path = resolve(folder, written);
		const below = toLibraryPath(library.root.path, path);
		if (isPattern(written) && context.io.files.facts(path) === null) return pathMatcher(below);
		return (file: string) => below === '' || file === below || file.startsWith(`${below}/`);
	});
	return (file) => !ignored.some((matches) => matches(file)) && wanted.some((matches) => matches(file));
}

function libraryPrefix(top: string, root: string): string {
	const path = isInside(top, root) ? toLibraryPath(top, root) : '';
	return path === '' ? '' : `${path}/`;
}
