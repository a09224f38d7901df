import { resolve } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import { configAt } from '../../library/history/config-at.ts';
import { digestOfRead } from '../../library/history/read-texts.ts';
import type { Config } from '../../model/documents.generated.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { exitCode } from '../exit-code.ts';
import type { OpenHistory } from './open-history.ts';

/** Keys of a config that decide what counts. */
const controlKeys: ReadonlySet<unknown> = new Set([
	'extends',
	'timezone',
	'approvals',
	'approval',
	'adopted',
	'people',
]);

/** Whether a config can be read, and is valid in all that decides what counts. */
export function isValidConfig(read: ReadDocument): boolean {
	const isWrong = read.problems.some(({ place }) => 'path' in place && controlKeys.has(place.path[0]));
	return digestOfRead(read) !== null && !isWrong;
}

/**
 * The config of the library as a commit holds it, all that it extends at that commit merged in; undefined where there
 * is none, or a part of it is not valid. Throws where a part of it is not in this repository.
 */
export async function wholeConfigAt(
	{ git, history }: OpenHistory,
	commit: string,
): Promise<Config | undefined> {
	const root = resolve(git.top, history.prefix);
	const path = resolve(root, configFileName);
	const { filtered } = history.state;
	const read = await configAt({ git, commit, root, path, filtered }).catch((error: unknown) => {
		// What extends nothing that stands there cannot be read, like a text that is no YAML.
		if (error instanceof CommandError && error.exitCode === exitCode.usage) return undefined;
		throw error;
	});
	if (read !== undefined && 'unseen' in read) throw configNotHere(read.unseen, commit, history.partial);
	return read?.documents.every(isValidConfig) ? read.config : undefined;
}

/** Says that a config, or a file that it extends, is not in this repository. */
export function configNotHere(file: string, commit: string, partial: string | null): CommandError {
	const what = file === '' ? 'The config' : `A part of the config, ${file},`;
	return new CommandError(
		`${what} that the mainline showed at ${commit.slice(0, 7)} is not in this repository`,
		{
			help: `It decides what counts, so nothing is answered (${partial ?? 'damaged'}). A whole clone has it.`,
			exitCode: exitCode.unfinished,
		},
	);
}
