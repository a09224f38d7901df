import { dirname, join, relative, sep } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Files } from '../io/io.ts';
import { configFileName, type FileKind, fileKindOf, registerKinds } from '../model/file-kind.ts';
import { recordFileKindOf, recordKindOf } from '../model/record/record-kind.ts';
import { pathMatcher } from './path-pattern.ts';

/** A file of the library that can be read, or why it cannot. */
export interface FoundFile {
	/** Relative to the library, with `/`. */
	readonly file: string;
	readonly kind: FileKind;
	/** Bytes; undefined where it is a link or not there. */
	readonly size?: number;
	/** A reason not to read it, as a sentence; undefined where it can be read. */
	readonly refused?: string;
}

export interface FoundFiles {
	readonly files: readonly FoundFile[];
	/** Folders that could not be looked into, relative to the library, with the error code. */
	readonly unreadable: readonly { readonly folder: string; readonly code: string }[];
}

const patterns = [
	'**/*.sop.yaml',
	'**/*.checklist.yaml',
	`registers/{${registerKinds.join(',')}}.yaml`,
	configFileName,
];

/**
 * All documents, registers and the config below a folder of the library, sorted by path. Links are not followed
 * into folders; a link to a file counts where it stays inside the library.
 */
export async function findFiles(
	io: Files,
	root: string,
	ignore: readonly string[],
	below = '',
): Promise<FoundFiles> {
	const { entries, unreadable } = await globbed(io, root, patterns, ignore);
	return found(io, root, entries, unreadable, below);
}

/**
 * All files below `records/`, sorted by path: what holds records whatever the config ignores, since what they say counts
 * all the same, and what is none.
 */
export async function findRecords(
	io: Files,
	root: string,
	ignore: readonly string[],
	below = '',
): Promise<FoundFiles> {
	const { entries, unreadable } = await globbed(io, root, ['records/**'], []);
	const ignored = ignore.map(pathMatcher);
	const counted = entries.filter(
		(path) => recordKindOf(path) !== undefined || !ignored.some((matches) => matches(path)),
	);
	return found(
		io,
		root,
		counted.filter((path) => fileKindOf(path) === undefined),
		unreadable,
		below,
	);
}

function found(
	io: Files,
	root: string,
	entries: readonly string[],
	unreadable: ReadonlyMap<string, string>,
	below: string,
): FoundFiles {
	const files = entries
		.filter((path) => below === '' || path === below || path.startsWith(`${below}/`))
		.flatMap((path) => inspectFile(io, root, path) ?? [])
		.sort((a, b) => (a.file < b.file ? -1 : 1));
	const folders = [...unreadable].map(([folder, code]) => ({ folder, code }));
	return { files, unreadable: folders.sort((a, b) => (a.folder < b.folder ? -1 : 1)) };
}

/** Paths that fit patterns, relative to the library, and folders that could not be looked into, with the error code. */
async function globbed(
	io: Files,
	root: string,
	wanted: readonly string[],
	ignore: readonly string[],
): Promise<{ readonly entries: readonly string[]; readonly unreadable: ReadonlyMap<string, string> }> {
	const unreadable = new Map<string, string>();
	// A folder that cannot be read is reported; the rest is still looked at.
	const note = (folder: string, { code }: NodeJS.ErrnoException) => {
		if (code !== 'ENOENT' && code !== 'ENOTDIR')
			unreadable.set(toLibraryPath(root, folder), code ?? 'unknown error');
	};
	// Not every command looks for files.
	const { globbySync } = await import('globby');
	// One folder after another: handing each of thousands of small ones to another thread takes five times as long.
	const entries = globbySync([...wanted], {
		cwd: root,
		ignore: ['**/.git/**', '**/node_modules/**', ...ignore],
		followSymbolicLinks: false,
		onlyFiles: false,
		objectMode: true,
		expandDirectories: false,
		// A document that begins with a dot, or lies below such a folder, is a document like any other.
		dot: true,
		fs: {
			// What is not to be seen is not there; the declared overloads cannot follow the options.
			lstatSync: ((path: string) => {
				try {
					return io.walk.lstatSync(path);
				} catch (error) {
					// Whatever a file system throws has a code.
					note(dirname(path), error as NodeJS.ErrnoException);
					throw Object.assign(error as Error, { code: 'ENOENT' });
				}
			}) as never,
			statSync: io.walk.statSync,
			readdirSync: ((path: string, options: object) => {
				try {
					return io.walk.readdirSync(path, options);
				} catch (error) {
					note(path, error as NodeJS.ErrnoException);
					return [];
				}
			}) as never,
		},
	});
	return { entries: entries.map(({ path }) => path), unreadable };
}

/** Throws where a folder could not be looked into: an answer about all documents would leave some of them out. */
export function refuseUnreadable(
	{ unreadable: [first] }: Pick<FoundFiles, 'unreadable'>,
	namesFolders = true,
): void {
	if (first === undefined) return;
	const named = namesFolders ? `The folder ${first.folder}` : 'A folder of the library';
	const folder = first.folder === '' ? 'The library' : named;
	throw new CommandError(`${folder} cannot be read (${first.code})`, {
		help: 'Check its permissions: without it the answer would leave documents out.',
		exitCode: 3,
	});
}

/** One file by its path relative to the library; undefined where it is a folder or of no kind `sop` reads. */
export function inspectFile(io: Files, root: string, file: string): FoundFile | undefined {
	const kind = fileKindOf(file) ?? recordFileKindOf(file);
	const facts = io.facts(join(root, file));
	if (kind === undefined || facts?.kind === 'directory') return undefined;
	if (facts === null) return { file, kind, refused: whyNotThere(io, root, file) };
	if (facts.kind === 'other') return { file, kind, refused: 'This is no ordinary file' };
	if (facts.kind === 'link') {
		const target = io.realPath(join(root, file));
		if (target === null) return { file, kind, refused: 'The link leads nowhere' };
		if (!isInside(root, target)) return { file, kind, refused: 'The link leaves the library' };
		if (io.facts(target)?.kind === 'directory') return undefined;
	}
	return facts.kind === 'file' ? { file, kind, size: facts.size } : { file, kind };
}

function whyNotThere(io: Files, root: string, file: string): string {
	const read = io.read(join(root, file));
	if (!read.ok && read.code !== 'ENOENT') return `The file cannot be read (${read.code})`;
	// Node puts this sign for bytes that are no UTF-8, and then does not find the file by that name.
	return file.includes('\ufffd') ? 'The name of the file is not UTF-8' : 'There is no such file';
}

/** Whether a path (absolute, links resolved) is the root or lies below it. */
export function isInside(root: string, path: string): boolean {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** A native path as the library writes it: relative to its root, with `/`. */
export function toLibraryPath(root: string, path: string): string {
	return relative(root, path).split(sep).join('/');
}
