import { dirname, join, resolve } from 'node:path';
import { CommandError } from '../../../../diagnostics/command-error.ts';
import { branchPoint } from '../../../../git/branch-point.ts';
import { mainlineRef } from '../../../../git/history/mainline-ref.ts';
import { repositoryState } from '../../../../git/history/repository-state.ts';
import { type Git, openGit } from '../../../../git/open-git.ts';
import type { BranchPolicy } from '../../../../library/branch-policy.ts';
import { isInside } from '../../../../library/find-files.ts';
import { configAt } from '../../../../library/history/config-at.ts';
import type { OpenLibrary } from '../../../../library/open-library.ts';
import type { Config } from '../../../../model/documents.generated.ts';
import { configFileName } from '../../../../model/file-kind.ts';
import { inertText } from '../../../../report/inert-text.ts';
import { shortRef } from '../../../../report/short-ref.ts';
import type { CommandContext } from '../../../command-context.ts';
import { exitCode } from '../../../exit-code.ts';
import { startFolder } from '../start-folder.ts';

/** The policy that `--policy-from` asks for, read from git alone; undefined without that flag. */
export async function branchPolicy(
	context: CommandContext,
	library: OpenLibrary,
): Promise<BranchPolicy | undefined> {
	if (!context.has('policyFrom')) return undefined;
	const git = await openGit(library.root.path, context.io.environment);
	const state = await repositoryState(git);
	const { configFile } = context;
	if (configFile !== undefined && !isInside(git.top, configFile)) {
		throw new CommandError(`The config ${inertText(configFile)} has no history to take a policy from`, {
			help: '--policy-from needs a config that lies in the repository.',
		});
	}
	const places = configFile === undefined ? placesOfConfig(context, git.top) : [configFile];
	const policyOf = async (ref: string): Promise<BranchPolicy> => {
		const commit = await pointOf(context, git, ref);
		const at = { git, commit, filtered: state.filtered };
		const from = shortRef(ref);
		return { from, commit, filtered: state.filtered, ...(await configOf(at, library, places, from)) };
	};
	const asked = context.text('policyFrom');
	if (asked !== undefined) return policyOf(asked);
	// Never the branch that the config here names, nor the one that is checked out: those would judge themselves.
	const ofName = (name: string | undefined) => mainlineRef({ ...state, branch: null }, name);
	const main = ofName(undefined);
	if (main === undefined) {
		throw new CommandError('There is no branch main to take the policy from', {
			help: 'Name the branch that decides: sop lint --policy-from=origin/trunk',
		});
	}
	const policy = await policyOf(main.ref);
	const named = policy.config.mainline === undefined ? main : (ofName(policy.config.mainline) ?? main);
	return named.ref === main.ref ? policy : policyOf(named.ref);
}

/** Where the config of the library may have stood, the nearest first: the branch may have moved or removed it. */
function placesOfConfig(context: CommandContext, top: string): readonly string[] {
	const start = startFolder(context);
	const places: string[] = [];
	for (
		let folder = context.io.files.realPath(start) ?? start;
		isInside(top, folder);
		folder = dirname(folder)
	) {
		places.push(join(folder, configFileName));
		if (folder === top) break;
	}
	return places;
}

async function pointOf(context: CommandContext, git: Git, ref: string): Promise<string> {
	return branchPoint(git, ref).catch((error: unknown) => {
		const isPath = context.io.files.facts(resolve(context.folder, ref)) !== null;
		if (!(error instanceof CommandError) || !isPath) throw error;
		throw new CommandError(error.message, {
			help: `${inertText(ref)} is a file or folder: write paths before --policy-from, or --policy-from=REF.`,
		});
	});
}

async function configOf(
	at: { readonly git: Git; readonly commit: string; readonly filtered: boolean },
	library: OpenLibrary,
	places: readonly string[],
	from: string,
): Promise<Pick<BranchPolicy, 'config' | 'layers'>> {
	const where = `${from} at ${at.commit.slice(0, 7)}`;
	const refuse = (why: string): never => {
		throw new CommandError(`The policy of ${where} cannot be read: ${why}`, {
			help: 'Mend it there first, in a change of its own.',
		});
	};
	for (const path of places) {
		const read = await configAt({ ...at, root: library.root.path, path }).catch((error: unknown) => {
			if (error instanceof CommandError && error.exitCode === exitCode.usage) return refuse(error.message);
			throw error;
		});
		if (read === undefined) continue;
		if ('unseen' in read) {
			throw new CommandError(
				`The policy of ${where} is not in this repository: ${read.unseen} was left out`,
				{
					help: 'A whole clone has it.',
					exitCode: exitCode.unfinished,
				},
			);
		}
		for (const { file, problems } of read.documents) {
			const broken = problems.find(({ rule }) => rule === 'document/syntax');
			if (broken !== undefined) refuse(`${file}: ${broken.message}`);
		}
		const isOwn = dirname(path) === library.root.path || places.length === 1;
		return { config: isOwn ? read.config : withoutPatterns(read.config), layers: read.layers };
	}
	return { config: {}, layers: [] };
}

/** A config without what counts paths from its own folder. */
function withoutPatterns({ ignore, overrides, ...config }: Config): Config {
	return config;
}
