import { basename, dirname, join, relative } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Files } from '../io/io.ts';
import { isInside } from '../library/find-files.ts';
import { inertText } from '../report/inert-text.ts';
import type { PlannedFile } from '../scaffold/planned-file.ts';
import type { CommandContext } from './command-context.ts';

/** Refuses a path whose existing part, links followed, lies outside the library or where documents are not looked for. */
export function refuseOutside(files: Files, root: string, path: string): void {
	const inside = isInside(root, path) && isInside(realWay(files, root), realWay(files, path));
	if (!inside) {
		throw new CommandError(`${inertText(relative(root, path))} lies outside the library`, {
			help: `Choose a folder below ${root}.`,
		});
	}
	if (
		relative(root, path)
			.split(/[\\/]/)
			.some((name) => name === '.git' || name === 'node_modules')
	) {
		throw new CommandError(
			`${inertText(relative(root, path))} is a folder in which documents are not looked for`,
			{
				help: 'Choose another folder.',
			},
		);
	}
}

/** A path as the links on its way lead, whether all of it exists or not. */
function realWay(files: Files, path: string): string {
	const real = files.realPath(path);
	if (real !== null || dirname(path) === path) return real ?? path;
	return join(realWay(files, dirname(path)), basename(path));
}

/** Says what will be written, then writes each file whole. Nothing that exists is ever written over. */
export function writeFiles(context: CommandContext, root: string, planned: readonly PlannedFile[]): void {
	const { files } = context.io;
	for (const { path } of planned) {
		refuseOutside(files, root, join(root, path));
		if (files.facts(join(root, path)) !== null) {
			throw new CommandError(`${inertText(path)} exists already; nothing was written`, {
				help: 'Choose another title or --dir, or move the file away.',
			});
		}
	}
	context.say(planned.length === 1 ? 'Writing:' : `Writing ${planned.length} files:`);
	context.print(planned.map(({ path }) => `${inertText(shownPath(context, join(root, path)))}\n`).join(''));
	for (const [index, { path, text }] of planned.entries()) {
		try {
			files.create(join(root, path), text);
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
			const before =
				index === 0 ? 'nothing was written' : `${index} of ${planned.length} files were written before it`;
			throw new CommandError(`${inertText(path)} cannot be written (${code}); ${before}`, {
				help: 'Check the permissions of the folder and the space on the disk.',
				exitCode: 3,
			});
		}
	}
}

/** A path as it is typed where the user stands. */
export function shownPath(context: CommandContext, path: string): string {
	const real = context.io.files.realPath(context.io.workingDirectory) ?? context.io.workingDirectory;
	const shown = relative(real, path);
	return shown.startsWith('..') ? path : shown === '' ? '.' : shown;
}
