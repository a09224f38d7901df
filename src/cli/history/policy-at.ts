import { type Policy, policyOf } from '../../control/policy.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { readTexts } from '../../library/history/read-texts.ts';
import type { Config } from '../../model/documents.generated.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import type { OpenHistory } from './open-history.ts';

/**
 * The policy that a commit of the mainline shows: its own config, not the one in the working tree. Where no config
 * stood by then, the defaults.
 */
export async function policyAt({ git, history }: OpenHistory, position: number): Promise<Policy> {
	const entries = history.trail(pathKey(configFileName))?.entries ?? [];
	const stands = entries.find((entry) => isKnown(entry, position))?.after[0];
	const recordsStood = history.files.some(
		(file) =>
			file.startsWith('records/approvals/') &&
			(history.trail(pathKey(file))?.entries ?? []).some((entry) => isKnown(entry, position)),
	);
	return policyOf(
		stands === undefined ? ({} as Config) : await configIn({ git, history }, stands.blob),
		recordsStood,
	);
}

async function configIn({ git, history }: OpenHistory, blob: string): Promise<Config> {
	for await (const { read } of readTexts(git, [{ file: configFileName, blob }], history.state.filtered)) {
		// `checked` passed the schema of a config, any key of which may be absent.
		if (typeof read.checked === 'object' && read.checked !== null) return read.checked as Config;
	}
	return {} as Config;
}

function isKnown({ mainline }: TrailEntry, position: number): boolean {
	return mainline !== null && mainline <= position;
}
