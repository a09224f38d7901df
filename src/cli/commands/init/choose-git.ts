import { CommandError } from '../../../diagnostics/command-error.ts';
import { requireIdentity } from '../../../git/commit-files.ts';
import { hasCommit } from '../../../git/repository-facts.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { canAsk, loadPrompts } from '../../prompts.ts';
import type { Place } from './place.ts';

/** What is done to git. */
export interface GitPlan {
	readonly makeRepository: boolean;
	readonly commit: boolean;
}

/** Decides it from the flags, by asking on a terminal, else does nothing. Nothing has been written yet. */
export async function chooseGit(context: CommandContext, place: Place): Promise<GitPlan> {
	const { environment } = context.io;
	const asked = context.yesOrNo('git');
	const commit = context.has('commit');
	if (asked === false && commit) {
		throw new CommandError('--commit and --no-git contradict one another', {
			help: 'Leave one of them out.',
		});
	}
	const plan =
		place.repository === undefined
			? await withoutRepository(context, place, asked, commit)
			: {
					makeRepository: false,
					commit: commit || (asked === true && !(await hasCommit(place.base, environment))),
				};
	if (context.has('hook') && place.repository === undefined && !plan.makeRepository) {
		throw new CommandError('There is no git repository for the hook of --hook', {
			help: 'Add --git to make one, or leave out --hook.',
		});
	}
	if (plan.commit) await requireIdentity(place.existing, environment);
	return plan;
}

async function withoutRepository(
	context: CommandContext,
	place: Place,
	asked: boolean | undefined,
	commit: boolean,
): Promise<GitPlan> {
	const make = asked ?? (commit || (canAsk(context) && (await ask(place.folder))));
	return { makeRepository: make, commit: make };
}

async function ask(folder: string): Promise<boolean> {
	const prompts = await loadPrompts();
	return prompts.confirm(
		`${inertText(folder)} is in no git repository. Make one, with a first commit of what is written?`,
	);
}
