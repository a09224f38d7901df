import { join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { requireRoomToCommit } from '../../../git/can-commit.ts';
import { openGit } from '../../../git/open-git.ts';
import { savedText } from '../../../git/saved-text.ts';
import { readCodeOwners } from '../../../library/code-owners.ts';
import { toLibraryPath } from '../../../library/find-files.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { ownersOf, parseCodeOwners } from '../../../model/code-owners.ts';
import { dayIn } from '../../../model/day-in.ts';
import { inertText } from '../../../report/inert-text.ts';
import {
	blockIn,
	blockLines,
	isTorn,
	type OwnedPath,
	withBlock,
} from '../../../scaffold/code-owners-block.ts';
import type { CommandContext } from '../../command-context.ts';
import { commitOrSay } from '../../commit-or-say.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { shownPath } from '../../write-files.ts';
import { ownedPaths } from './owned-paths.ts';
import { refuseUnread } from './refuse-unread.ts';

/** `sop codeowners`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { root } = library;
	const top = root.repository;
	if (top === undefined)
		throw new CommandError('There is no git repository, so no forge would read CODEOWNERS', {
			help: 'git init makes one.',
		});
	refuseUnread(library);
	const { codeOwners, place = usualPlace(context, top) } = readCodeOwners(context.io.files, root);
	const path = join(top, place);
	const before = codeOwners ?? '';
	refuseOdd(context, path, place, codeOwners);
	const folder = toLibraryPath(top, root.path);
	const today = dayIn(context.io.now(), library.config.timezone);
	const old = blockIn(before) ?? [];
	const owned = await ownedPaths(context, library, folder === '' ? '' : `${folder}/`, place, old, today);
	const block = blockLines(owned.paths);
	const after = withBlock(before, block);
	for (const warning of owned.warnings) context.warn(`${inertText(warning)}.`);
	const outweighed = outweighedPaths(after, owned.paths);
	for (const one of outweighed)
		context.warn(
			`${inertText(one)}: a line below the block gives it other owners, and the last line that fits counts. Move the block to the end.`,
		);
	const unsure = owned.isPartial || outweighed.length > 0 ? exitCode.findings : exitCode.clean;
	if (after === before) {
		context.say(`${place} is up to date: ${countOf(owned.paths.length, 'line')} of its own.`);
		return unsure;
	}
	if (context.has('check')) {
		context.print(differences(old, block));
		context.say(`${place} is not up to date. sop codeowners writes it.`);
		return exitCode.findings;
	}
	if (context.has('commit')) await refuseUnsaved(context, top, place, codeOwners !== undefined);
	context.say('Writing:');
	context.write(path, after);
	context.print(`${inertText(shownPath(context, path))}\n`);
	await commitOrSay(context, top, place, 'Write CODEOWNERS from owners and signers');
	return unsure;
}

/** Where a new file goes: a library that only GitLab builds keeps it where GitLab looks. */
function usualPlace(context: CommandContext, top: string): string {
	const has = (name: string) => context.io.files.facts(join(top, name)) !== null;
	return has('.gitlab-ci.yml') && !has('.github') ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS';
}

/** Refuses to write over what could not be read, and into a block whose ends cannot be told. */
function refuseOdd(context: CommandContext, path: string, place: string, text: string | undefined): void {
	if (text === undefined && context.io.files.facts(path) !== null)
		throw new CommandError(`${place} is no file that a forge would read: a link, too large, or no text`, {
			help: 'Put an ordinary file in its place, or delete it.',
		});
	if (isTorn(text ?? ''))
		throw new CommandError(`The marks of the block in ${place} do not stand once each, begin before end`, {
			help: 'Delete the lines that begin with "# sop codeowners:" and what stands between them, then run it again.',
		});
}

/** What others have changed in the file must not go into the commit. */
async function refuseUnsaved(
	context: CommandContext,
	top: string,
	place: string,
	isThere: boolean,
): Promise<void> {
	await requireRoomToCommit(top, context.io.environment);
	const git = await openGit(top, context.io.environment);
	if (isThere && (await savedText(git, place)).state !== 'saved')
		throw new CommandError(`${place} holds changes that are not committed; nothing was written`, {
			help: 'Commit them first, or leave --commit out.',
		});
}

/** Paths whose owners another line of the file changes. */
function outweighedPaths(text: string, paths: readonly OwnedPath[]): readonly string[] {
	const lines = parseCodeOwners(text);
	return paths
		.filter(({ path, owners }) => {
			const found = ownersOf(lines, path.endsWith('/') ? `${path}any` : path);
			return owners.some((owner) => !found.includes(owner));
		})
		.map(({ path }) => path);
}

function differences(before: readonly string[], after: readonly string[]): string {
	const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${inertText(line)}\n`);
	const come = after.filter((line) => !before.includes(line)).map((line) => `+ ${inertText(line)}\n`);
	const lines = [...gone, ...come];
	return (lines.length === 0 ? ['The lines stand in another order.\n'] : lines).join('');
}
