import { type Policy, policyOf } from '../../control/policy.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import type { Config } from '../../model/documents.generated.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import { exitCode } from '../exit-code.ts';
import type { OpenHistory } from './open-history.ts';

/**
 * The policy that a commit of the mainline shows: its own config, not the one in the working tree. Where no config
 * stood by then, the defaults. One that cannot be read decides nothing, and the one before it holds; one whose text is
 * not in the repository is an error, as a guess could put in force what lacks approval.
 */
export async function policyAt({ git, history }: OpenHistory, position: number): Promise<Policy> {
	const recordsStood = history.files.some(
		(file) =>
			file.startsWith('records/approvals/') &&
			(history.trail(pathKey(file))?.entries ?? []).some((entry) => isKnown(entry, position)),
	);
	return policyOf(await configAt({ git, history }, position), recordsStood);
}

/** The config that a commit of the mainline shows, as `policyAt` reads it. Any key of it may be absent. */
export async function configAt({ git, history }: OpenHistory, position: number): Promise<Config> {
	const entries = history.trail(pathKey(configFileName))?.entries ?? [];
	return await newestReadable(
		{ git, history },
		entries.filter((entry) => isKnown(entry, position)),
	);
}

async function newestReadable(
	{ git, history }: OpenHistory,
	entries: readonly TrailEntry[],
): Promise<Config> {
	// Any key of a config may be absent.
	const none = {} as Config;
	for (const { after, commit } of entries) {
		const [stands] = after;
		if (stands === undefined) return none;
		const wanted = [{ file: configFileName, blob: stands.blob }];
		let isHere = false;
		for await (const { read } of readTexts(git, wanted, history.state.filtered)) {
			isHere = true;
			// `checked` passed the schema of a config, any key of which may be absent.
			if (digestOfRead(read) !== null && typeof read.checked === 'object' && read.checked !== null)
				return read.checked as Config;
		}
		if (!isHere) {
			throw new CommandError(
				`The config that the mainline showed at ${commit.id.slice(0, 7)} is not in this repository`,
				{
					help: `It decides what counts, so nothing is answered (${history.partial ?? 'damaged'}). A whole clone has it.`,
					exitCode: exitCode.unfinished,
				},
			);
		}
	}
	return none;
}

function isKnown({ mainline }: TrailEntry, position: number): boolean {
	return mainline !== null && mainline <= position;
}
