import { join } from 'node:path';
import { hookFolder } from '../../../git/repository-facts.ts';
import { inertText } from '../../../report/inert-text.ts';
import { hookFile, hookLine } from '../../../scaffold/hook-file.ts';
import type { CommandContext } from '../../command-context.ts';
import { shownPath } from '../../write-files.ts';
import type { Place } from './place.ts';

/** Writes the pre-commit hook of this clone; one that exists, or a folder shared with other repositories, is left alone. */
export async function writeHook(context: CommandContext, place: Place): Promise<void> {
	const { files, environment } = context.io;
	const { path, shared } = await hookFolder(place.base, environment);
	const hook = join(path, 'pre-commit');
	const shown = inertText(shownPath(context, hook));
	const byHand = `Add this line to it:\n  ${hookLine(place.inBase)}`;
	if (shared) {
		context.say(`Kept: ${shown} is shared with other repositories (core.hooksPath). ${byHand}`);
	} else if (files.facts(hook) !== null) {
		context.say(`Kept: ${shown} exists already. ${byHand}`);
	} else {
		files.create(hook, hookFile(place.inBase));
		files.makeExecutable(hook);
		context.say(`Written: ${shown}, in this clone only`);
	}
}
