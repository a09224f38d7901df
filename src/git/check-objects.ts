import { CommandError } from '../diagnostics/command-error.ts';
import type { Git } from './open-git.ts';

/** Problems that are told; the others are counted by nobody. */
const mostTold = 100;

/**
 * Has git look at every object that it holds: whether its bytes give its name, and whether it is well formed. Gives what it
 * complains about, a line each, sorted; nothing where all is well.
 */
export async function checkObjects(git: Git): Promise<readonly string[]> {
	const pieces: Buffer[] = [];
	let failure: string | undefined;
	try {
		// What a list of the repository's config says to overlook is not overlooked.
		const words = [
			'-c',
			'fsck.skipList=/dev/null',
			'fsck',
			'--strict',
			'--no-dangling',
			'--no-reflogs',
			'--no-progress',
		];
		for await (const piece of git.stream(words)) pieces.push(piece);
	} catch (error) {
		if (!(error instanceof CommandError)) throw error;
		failure = error.message;
	}
	const lines = Buffer.concat(pieces)
		.toString('utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('notice:'));
	const told = lines.length === 0 && failure !== undefined ? [failure] : lines;
	return [...new Set(told)].sort().slice(0, mostTold);
}
