import { pathKey } from '../../../../library/history/library-history.ts';
import { readTexts } from '../../../../library/history/read-texts.ts';
import type { HistoryFacts } from '../../../../lint/history-subject.ts';
import type { Config } from '../../../../model/documents.generated.ts';
import { configFileName } from '../../../../model/file-kind.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { isKnown } from './is-known.ts';

/** What the configs of the mainline say: the ids that the library had, and the settings as they stand there. */
export async function pastConfigs(
	record: OpenRecord,
): Promise<Pick<HistoryFacts, 'libraryIds' | 'mainlineConfig'>> {
	const { git, history } = record;
	const known = (history.trail(pathKey(configFileName))?.entries ?? []).filter(isKnown).reverse();
	const blobs = known.flatMap(({ after }) => after.map(({ blob }) => blob));
	const configs = new Map<string, Config>();
	const wanted = blobs.map((blob) => ({ blob, file: configFileName }));
	// `checked` passed the schema of a config.
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		if (typeof read.checked === 'object' && read.checked !== null) configs.set(blob, read.checked as Config);
	const libraryIds = blobs.flatMap((blob) => configs.get(blob)?.library ?? []);
	const stands = known.at(-1)?.after[0];
	return {
		libraryIds: libraryIds.filter((id, index) => id !== libraryIds[index - 1]),
		mainlineConfig: stands === undefined ? undefined : configs.get(stands.blob),
	};
}
