import { dirname, resolve } from 'node:path';
import { isPattern, patternBase } from '../../../library/path-pattern.ts';
import type { CommandContext } from '../../command-context.ts';

/**
 * The folder from which the library is looked for: that of the first path given, so that `sop lint examples`
 * finds the library in `examples`; that of `--stdin-filename`; else the working folder.
 */
export function startFolder(context: CommandContext): string {
	const first = context.arguments[0] ?? context.text('stdinFilename');
	return first === undefined || context.has('cwd') ? context.folder : folderOf(context, first);
}

/** The folder a path or pattern names, or lies in; the working folder where there is none. */
export function folderOf(context: CommandContext, written: string): string {
	const { files } = context.io;
	const path = resolve(context.folder, written);
	const real = files.realPath(path);
	if (real !== null) return files.facts(real)?.kind === 'directory' ? path : dirname(path);
	const above = isPattern(written) ? resolve(context.folder, patternBase(written)) : dirname(path);
	const realAbove = files.realPath(above);
	return realAbove !== null && files.facts(realAbove)?.kind === 'directory' ? above : context.folder;
}
