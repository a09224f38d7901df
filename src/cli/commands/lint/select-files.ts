import { posix, relative, resolve, sep } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Files } from '../../../io/io.ts';
import {
	type FoundFile,
	type FoundFiles,
	findFiles,
	findRecords,
	inspectFile,
	isInside,
	toLibraryPath,
} from '../../../library/find-files.ts';
import { findLibraryRoot } from '../../../library/find-root.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { isPattern, pathMatcher } from '../../../library/path-pattern.ts';
import { peopleElsewhere } from '../../../library/people-file.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { configFiles } from './config-files.ts';
import { folderOf } from './start-folder.ts';

/** The files that paths and patterns name, sorted by path. One with nothing in it is a mistake of the call. */
export async function selectFiles(
	context: CommandContext,
	library: OpenLibrary,
	paths: readonly string[],
): Promise<FoundFiles> {
	const selected = new Map<string, FoundFile>();
	const unreadable = new Map<string, FoundFiles['unreadable'][number]>();
	for (const written of paths) {
		const found = await filesAt(context, library, written);
		if (found.files.length === 0) {
			throw new CommandError(
				`There is no SOP, checklist, register, record or config in ${inertText(written)}${looked(found)}`,
				{ help: 'SOPs end in .sop.yaml and checklists in .checklist.yaml. sop new makes one.' },
			);
		}
		for (const one of found.files) selected.set(one.file, one);
		for (const one of found.unreadable) unreadable.set(one.folder, one);
	}
	return {
		files: [...selected.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
		unreadable: [...unreadable.values()],
	};
}

function looked({ unreadable: [first] }: FoundFiles): string {
	return first === undefined ? '' : `: ${inertText(first.folder || '.')} cannot be read (${first.code})`;
}

async function filesAt(context: CommandContext, library: OpenLibrary, written: string): Promise<FoundFiles> {
	const { files } = context.io;
	const root = library.root.path;
	const path = resolve(context.folder, written);
	const real = files.realPath(path);
	// A link is looked at under its own name, which says what kind of file it is.
	const at = real !== null && isInside(root, path) ? path : real;
	if (real === null || at === null) {
		if (isPattern(written)) return matching(context, library, written);
		if (files.facts(path)?.kind !== 'link')
			throw new CommandError(`There is nothing at ${inertText(written)}`, {
				help: 'Give files, folders or patterns of the library.',
			});
	}
	const place = at ?? path;
	if (!isInside(root, place))
		throw new CommandError(`${inertText(written)} is outside the library at ${inertText(root)}`, {
			help: 'Lint it in a call of its own.',
		});
	refuseOtherLibrary(context, library, written);
	const below = toLibraryPath(root, place);
	if (real !== null && files.facts(real)?.kind === 'directory') return everyFile(files, library, below);
	const named = [...configFiles(library), ...peopleElsewhere(library)].find(({ file }) => file === below);
	const one = named ?? inspectFile(files, root, below);
	return { files: one === undefined ? [] : [one], unreadable: [] };
}

/** All files below a folder of the library, with those that its config extends where it is the library itself. */
export async function everyFile(files: Files, library: OpenLibrary, below: string): Promise<FoundFiles> {
	const found = await findFiles(files, library.root.path, library.config.ignore ?? [], below);
	const records = await findRecords(files, library.root.path, library.config.ignore ?? [], below);
	const isBelow = (folder: string) => below === '' || folder === below || folder.startsWith(`${below}/`);
	const known = new Set(found.unreadable.map(({ folder }) => folder));
	const unreadable = [
		...found.unreadable,
		...records.unreadable.filter(({ folder }) => !known.has(folder)),
	].filter(({ folder }) => isBelow(folder));
	const people = peopleElsewhere(library).filter(({ file }) => isBelow(file));
	return {
		files: [...found.files, ...records.files, ...(below === '' ? configFiles(library) : []), ...people],
		unreadable,
	};
}

async function matching(context: CommandContext, library: OpenLibrary, written: string): Promise<FoundFiles> {
	const root = library.root.path;
	const base = context.io.files.realPath(context.folder) ?? context.folder;
	// Windows shells leave patterns to the program too, and write them with `\`.
	const typed = posix.normalize(sep === '\\' ? written.replaceAll('\\', '/') : written);
	// Paths are held against what stands behind the steps upwards.
	const [upwards = ''] = /^(?:\.\.\/)*/.exec(typed) ?? [];
	const from = resolve(base, upwards);
	const pattern = typed.slice(upwards.length);
	const matches = pathMatcher(pattern);
	const found = await everyFile(context.io.files, library, '');
	const seen = (file: string) => {
		const path = resolve(root, file);
		return (pattern.startsWith('/') ? path : relative(from, path)).split(sep).join('/');
	};
	return { files: found.files.filter(({ file }) => matches(seen(file))), unreadable: found.unreadable };
}

function refuseOtherLibrary(context: CommandContext, library: OpenLibrary, written: string): void {
	const other = findLibraryRoot(context.io.files, folderOf(context, written));
	if (other.by !== 'config' || other.path === library.root.path) return;
	throw new CommandError(
		`${inertText(written)} belongs to the library at ${inertText(other.path)}, and this call is about the one at ${inertText(library.root.path)}`,
		{ help: 'Lint each library in a call of its own.' },
	);
}
