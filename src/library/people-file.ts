import { resolve } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Files } from '../io/io.ts';
import type { Config } from '../model/documents.generated.ts';
import { configFileName, type FileKind, fileKindOf } from '../model/file-kind.ts';
import { type FoundFile, isInside, toLibraryPath } from './find-files.ts';

const usualPlace = 'registers/people.yaml';

/**
 * Where the people register of a library lies, relative to it: where `people.file` of the config says, else at its
 * usual place. Throws where the config names what is not a file of the library, since names and addresses from
 * elsewhere would end up in reports.
 */
export function placeOfPeople(files: Files, root: string, config: Config): string {
	const written = config.people?.file;
	if (written === undefined) return usualPlace;
	const path = resolve(root, written);
	const real = files.realPath(path);
	const kind = real === null ? undefined : files.facts(real)?.kind;
	const place = toLibraryPath(root, path);
	const named = `The people register ${written}, which ${configFileName} names under people.file,`;
	if (!isInside(root, path) || (real !== null && !isInside(root, real)))
		throw wrong(
			`${named} lies outside the library`,
			'Put it into the library, and name its path from there.',
		);
	if (kind === 'directory') throw wrong(`${named} is a folder`, 'Name the file.');
	if (kind !== undefined && kind !== 'file') throw wrong(`${named} is no ordinary file`, 'Mend the path.');
	const other = fileKindOf(place);
	if (other !== undefined && other !== 'people')
		throw wrong(
			`${named} is something else by its name (${other})`,
			'Give the people register a name of its own.',
		);
	return place;
}

function wrong(message: string, help: string): CommandError {
	return new CommandError(message, { help });
}

/** What a file of a library is, by its path relative to it. */
export function kindInLibrary(library: { readonly peopleFile: string }, file: string): FileKind | undefined {
	return file === library.peopleFile ? 'people' : fileKindOf(file);
}

/** The people register where it lies at another place than usual, so that no search by names finds it. */
export function peopleElsewhere({
	peopleFile,
	supporting,
}: {
	readonly peopleFile: string;
	readonly supporting: ReadonlyMap<string, unknown>;
}): readonly FoundFile[] {
	return peopleFile !== usualPlace && supporting.has(peopleFile)
		? [{ file: peopleFile, kind: 'people' }]
		: [];
}
