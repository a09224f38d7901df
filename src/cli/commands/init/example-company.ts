import { join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { cloneBundle } from '../../../git/clone-bundle.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { packageFolder } from '../../package-folder.ts';
import { shownPath } from '../../write-files.ts';
import type { Place } from './place.ts';

/** The last day of the story of the example company. */
const lastDay = '2026-09-30';

/**
 * Copies the example company: a repository with two years of history, the same for everybody. It needs a folder of its
 * own, since a history cannot be mixed with another.
 */
export async function copyExampleCompany(context: CommandContext, place: Place): Promise<void> {
	const { files, environment } = context.io;
	const shown = inertText(place.folder);
	const other = otherFlag(context);
	if (other !== undefined)
		throw new CommandError(`--example and ${other} do not go together`, {
			help: 'The example company comes with a history of its own. Copy it first; sop init --ci and --hook add to it.',
		});
	if (place.repository !== undefined)
		throw new CommandError(`${shown} lies in a git repository, and the example company is one itself`, {
			help: 'Name a folder outside it: sop init ../office --example',
		});
	const entries = files.facts(place.folder) === null ? [] : files.list(place.folder);
	if (typeof entries === 'string' || entries.length > 0)
		throw new CommandError(`${shown} is not empty, and the example company needs a folder of its own`, {
			help: 'Name a folder that is not there yet: sop init office --example',
		});
	const bundle = join(packageFolder(files, 'example'), 'company.bundle');
	await cloneBundle(bundle, place.folder, place.existing, environment);
	const at = shownPath(context, place.folder);
	context.say(
		`The example company is in ${inertText(at)}, with its history up to ${lastDay}. Nothing in it is real.`,
	);
	if (at !== '.') context.say(`Next: cd ${inertText(at)}`);
	context.say(`Then: sop list --as-of ${lastDay}, sop due --on ${lastDay}, sop history SOP-FIN-002`);
}

/** A flag that says what is to be done to a library that is made here; undefined where none was given. */
function otherFlag(context: CommandContext): string | undefined {
	const given = ['ci', 'hook', 'commit'].find((flag) => context.has(flag));
	if (given !== undefined) return `--${given}`;
	const git = context.yesOrNo('git');
	return git === undefined ? undefined : git ? '--git' : '--no-git';
}
