import { join } from 'node:path';
import { lostRecords } from '../../../../library/history/lost-records.ts';
import type { HistoryFacts, PastDocument } from '../../../../lint/history-subject.ts';
import type { DocumentSummary } from '../../../../model/document-summary.ts';
import { normal } from '../../../../model/history/version.ts';
import { dayAt } from '../../../../model/zone.ts';
import { shortRef } from '../../../../report/short-ref.ts';
import { deriveStates } from '../../../history/document-states.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { whyUncertain } from '../../../history/why-uncertain.ts';
import { approvalFacts } from './approval-facts.ts';
import { withHidden } from './hidden-by.ts';
import { isKnown } from './is-known.ts';
import type { JudgedFiles } from './judged-files.ts';
import { lateSuppressions } from './late-suppressions.ts';
import { lostEntries } from './lost-entries.ts';
import { movedContexts } from './moved-contexts.ts';
import { pastConfigs } from './past-configs.ts';
import { replacesMainline } from './replaces-mainline.ts';
import { textsHere } from './texts-here.ts';
import { withTexts } from './with-texts.ts';

/**
 * Gathers what rules may ask of the past, reading old texts only where their digest decides something. `rivalsAmong`
 * looks at other branches, where somebody asked for that.
 */
export async function historyFacts(
	record: OpenRecord,
	judged: JudgedFiles,
	rivalsAmong?: (here: readonly DocumentSummary[]) => Promise<HistoryFacts['rivals']>,
): Promise<HistoryFacts> {
	const { git, history, policy, moment } = record;
	const here = new Map<string, DocumentSummary>();
	for (const summary of [...judged.context, ...judged.results.flatMap((result) => result.summary ?? [])])
		if (summary.id !== undefined) here.set(summary.id, summary);
	const ids = (judged.whole ? history.ids : history.ids.filter((id) => here.has(id))).filter((id) =>
		history.trail(id)?.entries.some(isKnown),
	);
	const texts = textsHere(record, judged, ids);
	const derived = await deriveStates(record, ids, texts);
	const documents = derived.documents.map(({ id, trail, state }): PastDocument => {
		const { timeline } = state;
		const stands = here.get(id);
		const number = stands?.version === undefined ? undefined : normal(stands.version);
		const owner = timeline.versions.find(({ version, owns }) => owns === 'yes' && normal(version) === number);
		return {
			id,
			trail,
			timeline,
			state,
			here: stands,
			hereDigest: undefined,
			reviewEvery: stands?.reviewEvery,
			owner,
			isOwner: undefined,
			sameLog: undefined,
			titles: [],
		};
	});
	const withAll = await withHidden(record, judged, await withTexts(record, judged, texts.blobOf, documents));
	const records = await lostRecords(git, history, (file) => {
		const read = judged.files.read(join(judged.library.root.path, file));
		return read.ok ? read.bytes : undefined;
	});
	const entries = await lostEntries(record, judged.library);
	return {
		mainline: history.ref === undefined ? '' : shortRef(history.ref.ref),
		prefix: history.prefix,
		policy,
		on: moment.on,
		partial: history.partial,
		cutOff: whyUncertain(record) ?? null,
		zone: policy.zone,
		adopted: policy.adopted,
		begin: dayAt(history.mainline.at(Math.max(history.begin, 0))?.time ?? 0, policy.zone),
		documents: withAll,
		whole: judged.whole,
		...(await approvalFacts(record, judged, derived)),
		lateSuppressions: await lateSuppressions(record, judged, texts.blobOf, withAll),
		movedContexts: await movedContexts(record, judged, withAll),
		recordsUnseen: records.unseen,
		lostRecords: records.lost.map(({ file, what, entry, back }) => ({
			file,
			what,
			commit: entry.commit.id,
			isBack: back !== undefined,
			day: dayAt(history.mainline.at(entry.mainline ?? 0)?.time ?? 0, policy.zone),
		})),
		lostEntries: entries.lost,
		registersUntold: entries.untold,
		...(await pastConfigs(record)),
		rivals: await rivalsAmong?.([...here.values()]),
		replacesMainline: await replacesMainline(git, history),
	};
}
