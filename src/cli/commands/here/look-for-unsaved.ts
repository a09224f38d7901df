import { CommandError } from '../../../diagnostics/command-error.ts';
import type { UnsavedFile } from '../../../git/unsaved-files.ts';
import { toLibraryPath } from '../../../library/find-files.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { kindInLibrary } from '../../../library/people-file.ts';
import type { CommandContext } from '../../command-context.ts';

/** Files of the library that no commit holds as they are, paths relative to the library; or why that cannot be told. */
export type Unsaved =
	| {
			readonly files: readonly UnsavedFile[];
			/** Other files below the folder of the library, such as a pipeline: `sop` reads none of them. */
			readonly others: readonly UnsavedFile[];
	  }
	| { readonly notEvaluated: string };

/** Asks git which documents, registers and configs of the library are not committed. */
export async function lookForUnsaved(context: CommandContext, library: OpenLibrary): Promise<Unsaved> {
	const { path: root, repository } = library.root;
	if (repository === undefined) return { notEvaluated: 'it is in no git repository' };
	const { openGit } = await import('../../../git/open-git.ts');
	const { unsavedFiles } = await import('../../../git/unsaved-files.ts');
	try {
		const git = await openGit(root, context.io.environment);
		const below = toLibraryPath(git.top, root);
		const files = await unsavedFiles(git, below);
		const prefix = below === '' ? '' : `${below}/`;
		const here = files.map(({ path, state }) => ({ path: path.slice(prefix.length), state }));
		const isRead = ({ path }: UnsavedFile) => kindInLibrary(library, path) !== undefined;
		return { files: here.filter(isRead), others: here.filter((one) => !isRead(one)) };
	} catch (error) {
		// Where git is missing or refuses the folder, the rest can still be told.
		const reason = error instanceof CommandError ? error.message : 'git cannot be run';
		return { notEvaluated: reason };
	}
}
