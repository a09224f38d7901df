import { pathKey } from '../../../../library/history/library-history.ts';
import { readTexts } from '../../../../library/history/read-texts.ts';
import type { HistoryFacts } from '../../../../lint/history-subject.ts';
import type { Config } from '../../../../model/documents.generated.ts';
import { configFileName } from '../../../../model/file-kind.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { wholeConfigAt } from '../../../history/whole-config.ts';
import { isKnown } from './is-known.ts';
import { statedAdoptions } from './stated-adoptions.ts';

/**
 * What the configs of the mainline say, with what they extend: the ids and the days of adoption that the library had, and
 * the settings as they stand there.
 */
export async function pastConfigs(
	record: OpenRecord,
): Promise<Pick<HistoryFacts, 'libraryIds' | 'adoptions' | 'mainlineConfig'>> {
	const { git, history } = record;
	const known = (history.trail(pathKey(configFileName))?.entries ?? []).filter(isKnown).reverse();
	const blobs = known.flatMap(({ after }) => after.map(({ blob }) => blob));
	const configs = new Map<string, Config>();
	const wanted = blobs.map((blob) => ({ blob, file: configFileName }));
	// `checked` passed the schema of a config.
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		if (typeof read.checked === 'object' && read.checked !== null) configs.set(blob, read.checked as Config);
	const libraryIds: string[] = [];
	for (const { after, commit } of known) {
		const own = configs.get(after[0]?.blob ?? '');
		const config = own?.extends === undefined ? own : await wholeConfigAt(record, commit.id);
		if (config?.library !== undefined && config.library !== libraryIds.at(-1))
			libraryIds.push(config.library);
	}
	const stands = known.at(-1)?.after[0];
	const newest = stands === undefined ? undefined : configs.get(stands.blob);
	const head = history.mainline.at(history.mainline.length - 1);
	return {
		libraryIds,
		adoptions: await statedAdoptions(record),
		mainlineConfig:
			newest?.extends === undefined || head === undefined ? newest : await wholeConfigAt(record, head.id),
	};
}
