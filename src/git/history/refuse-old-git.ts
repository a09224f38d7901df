import { CommandError } from '../../diagnostics/command-error.ts';
import type { Git } from '../open-git.ts';

/** `--diff-merges` and signatures by ssh keys came with 2.31 and 2.34. */
const oldest = [2, 34] as const;

/** Throws where git is older than what history is read with. */
export async function refuseOldGit(git: Git): Promise<void> {
	const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(await git.text(['version'])) ?? [];
	const [least, and] = oldest;
	if (Number(major) > least || (Number(major) === least && Number(minor) >= and)) return;
	throw new CommandError(`git ${major}.${minor} is too old to read the history with`, {
		help: `Install git ${least}.${and} or newer.`,
		exitCode: 3,
	});
}
