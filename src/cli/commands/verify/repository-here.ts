import { CommandError } from '../../../diagnostics/command-error.ts';
import { type MainlineRef, mainlineRef } from '../../../git/history/mainline-ref.ts';
import { type RepositoryState, repositoryState } from '../../../git/history/repository-state.ts';
import { type Git, openGit } from '../../../git/open-git.ts';
import { toLibraryPath } from '../../../library/find-files.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { readDocument } from '../../../library/read-document.ts';
import { configFileName } from '../../../model/file-kind.ts';
import type { ReadBasis } from '../../../packet/read-basis.ts';
import { isObject } from '../../../packet/read-basis.ts';
import type { CommandContext } from '../../command-context.ts';

/** The repository that a packet may have been made from. */
export interface RepositoryHere {
	readonly git: Git;
	readonly state: RepositoryState;
	readonly ref: MainlineRef;
	/** What goes before a path of the library in the repository. */
	readonly prefix: string;
}

/** The repository of a packet's library where the caller stands; or why there is none, as a cause. */
export async function repositoryHere(
	context: CommandContext,
	basis: ReadBasis,
): Promise<RepositoryHere | string> {
	try {
		const library = openLibrary(context.io.files, context.folder, context.configFile);
		const { path, repository } = library.root;
		if (repository === undefined) return 'there is no repository here; --cwd DIR names one';
		const git = await openGit(path, context.io.environment);
		const state = await repositoryState(git);
		const ref = mainlineRef(state, library.config.mainline);
		if (ref === undefined) return 'the repository here has no mainline';
		const inside = toLibraryPath(git.top, path);
		const prefix = inside === '' ? '' : `${inside}/`;
		const id = await libraryAt(git, ref.commit, prefix);
		if ((id ?? null) !== basis.library)
			return `the repository here is of another library (${id ?? 'it states no id'})`;
		return { git, state, ref, prefix };
	} catch (error) {
		// A repository that cannot be read is no fault of the packet.
		if (error instanceof CommandError) return `the repository here cannot be read: ${error.message}`;
		throw error;
	}
}

/** The id that the config of a commit states: what lies in the working tree decides nothing. */
async function libraryAt(git: Git, commit: string, prefix: string): Promise<string | undefined> {
	try {
		const bytes = await git.blob(`${commit}:${prefix}${configFileName}`);
		const { value } = readDocument('config', configFileName, bytes);
		const id = isObject(value) ? value['library'] : undefined;
		return typeof id === 'string' ? id : undefined;
	} catch (error) {
		if (error instanceof CommandError) return undefined;
		throw error;
	}
}
