import { dirname, join, relative, resolve, sep } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { findLibraryRoot } from '../../../library/find-root.ts';
import { configFileName } from '../../../model/file-kind.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';

/** Where a library is laid out. */
export interface Place {
	/** The folder of the library, absolute; it need not exist yet. */
	readonly folder: string;
	/** The nearest folder that exists: the same one, or one above. */
	readonly existing: string;
	/** The top of the git checkout around it, where there is one. */
	readonly repository: string | undefined;
	/** All paths are written relative to this: the top of the checkout, or the library. */
	readonly base: string;
	/** The library relative to the base, with `/`; empty where they are one. */
	readonly inBase: string;
	/** A library stands here already. */
	readonly isLibrary: boolean;
	/** The library around it, where there is one. */
	readonly within: string | undefined;
}

/** Looks at the folder that is to become a library; a usage error where it is a file. */
export function placeOf(context: CommandContext): Place {
	const { files } = context.io;
	const asked = resolve(context.folder, context.arguments[0] ?? '.');
	let above = asked;
	while (files.facts(above) === null && dirname(above) !== above) above = dirname(above);
	const existing = files.realPath(above);
	if (existing === null || files.facts(existing)?.kind !== 'directory') {
		throw new CommandError(`${inertText(asked)} cannot be a library: ${inertText(above)} is no folder`, {
			help: 'Name a folder, or one that can be made.',
		});
	}
	const folder = join(existing, relative(above, asked));
	const root = findLibraryRoot(files, existing);
	const isLibrary = files.facts(join(folder, configFileName)) !== null;
	const base = root.repository ?? folder;
	return {
		folder,
		existing,
		repository: root.repository,
		base,
		inBase: relative(base, folder).split(sep).join('/'),
		isLibrary,
		within: root.by === 'config' && root.path !== folder ? root.path : undefined,
	};
}
