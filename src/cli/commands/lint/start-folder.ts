import { dirname, resolve } from 'node:path';
import type { CommandContext } from '../../command-context.ts';

/**
 * The folder from which the library is looked for: that of the first path given, so that `sop lint examples`
 * finds the library in `examples`; else the working folder.
 */
export function startFolder(context: CommandContext): string {
	const [first] = context.arguments;
	if (first === undefined || isPattern(first) || context.has('cwd')) return context.folder;
	const path = resolve(context.folder, first);
	const { files } = context.io;
	const facts = files.facts(files.realPath(path) ?? path);
	return facts?.kind === 'directory' ? path : facts === null ? context.folder : dirname(path);
}

/** Whether a path is a pattern for the shell's kind of matching. */
export function isPattern(path: string): boolean {
	return /[*?[\]{}!]/.test(path);
}
