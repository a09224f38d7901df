import type { MainlineRef } from '../../git/history/mainline-ref.ts';
import { type Git, openGit } from '../../git/open-git.ts';
import type { LibraryHistory } from '../../library/history/library-history.ts';
import { readHistory } from '../../library/history/read-history.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { MainlineView } from '../../model/history/mainline.ts';
import type { CommandContext } from '../command-context.ts';
import { build } from '../version.ts';

/** A library's past, and the repository it was read from. */
export interface OpenHistory {
	readonly git: Git;
	readonly history: LibraryHistory;
}

/**
 * Reads the past of a library, saying on a terminal how far it has come; by another ref in place of the mainline where
 * one is given. Throws where git cannot tell.
 */
export async function openHistory(
	context: CommandContext,
	library: OpenLibrary,
	opened?: Git,
	inPlaceOfMainline?: MainlineRef,
	now: MainlineView['now'] = Math.floor(context.io.now().getTime() / 1000),
): Promise<OpenHistory> {
	const git = opened ?? (await openGit(library.root.path, context.io.environment));
	const progress = context.counter('commits');
	const history = await readHistory({
		files: context.io.files,
		git,
		root: library.root.path,
		mainline: library.config.mainline,
		...(inPlaceOfMainline === undefined ? {} : { inPlaceOfMainline }),
		build: context.yesOrNo('cache') === false ? undefined : build,
		now,
		onCommits: progress.at,
	});
	progress.end();
	return { git, history };
}
