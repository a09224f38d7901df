import { adoptedAt } from '../../../../control/policy.ts';
import { lostRecords } from '../../../../library/history/lost-records.ts';
import { digestsOfTexts } from '../../../../library/history/read-texts.ts';
import type { HistoryFacts, PastDocument } from '../../../../lint/history-subject.ts';
import type { DocumentSummary } from '../../../../model/document-summary.ts';
import { normal, rivalTexts, timelineOf } from '../../../../model/history/timeline.ts';
import { dayAt } from '../../../../model/zone.ts';
import { shortRef } from '../../../../report/short-ref.ts';
import type { CommandContext } from '../../../command-context.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { withHidden } from './hidden-by.ts';
import { isKnown } from './is-known.ts';
import type { JudgedFiles } from './judged-files.ts';
import { lostEntries } from './lost-entries.ts';
import { pastConfigs } from './past-configs.ts';
import { replacesMainline } from './replaces-mainline.ts';
import { rivalIds } from './rival-ids.ts';
import { withTexts } from './with-texts.ts';

/** Gathers what rules may ask of the past, reading old texts only where their digest decides something. */
export async function historyFacts(
	context: CommandContext,
	record: OpenRecord,
	judged: JudgedFiles,
): Promise<HistoryFacts> {
	const { git, history, policy } = record;
	const { filtered } = history.state;
	const here = new Map<string, DocumentSummary>();
	for (const summary of [...judged.context, ...judged.results.flatMap((result) => result.summary ?? [])])
		if (summary.id !== undefined) here.set(summary.id, summary);
	const ids = judged.whole ? history.ids : history.ids.filter((id) => here.has(id));
	const trails = ids.flatMap((id) => history.trail(id) ?? []).filter(({ entries }) => entries.some(isKnown));
	const digests = await digestsOfTexts(
		git,
		trails.flatMap(({ entries }) => rivalTexts(entries)).map(withoutFile),
		filtered,
	);
	const documents = trails.map((trail): PastDocument => {
		const timeline = timelineOf({
			entries: trail.entries,
			digestOf: (blob) => digests.get(blob),
			mainline: history.mainline,
			upTo: record.moment.position,
			zone: policy.zone,
			cutOff: history.state.shallow,
			adoptedAt: adoptedAt(policy),
		});
		const stands = here.get(trail.key);
		const number = stands?.version === undefined ? undefined : normal(stands.version);
		const owner = timeline.versions.find(({ version, owns }) => owns === 'yes' && normal(version) === number);
		return {
			id: trail.key,
			trail,
			timeline,
			here: stands,
			owner,
			isOwner: undefined,
			sameLog: undefined,
			titles: [],
		};
	});
	const records = await lostRecords(git, history);
	return {
		mainline: history.ref === undefined ? '' : shortRef(history.ref.ref),
		prefix: history.prefix,
		approvals: policy.approvals === 'needed',
		partial: history.partial,
		zone: policy.zone,
		adopted: policy.adopted,
		begin: dayAt(history.mainline.at(Math.max(history.begin, 0))?.time ?? 0, policy.zone),
		documents: await withHidden(context, record, judged, await withTexts(context, record, judged, documents)),
		whole: judged.whole,
		recordsUnseen: records.unseen,
		lostRecords: records.lost.map(({ file, what, entry }) => ({
			file,
			what,
			commit: entry.commit.id,
			day: dayAt(history.mainline.at(entry.mainline ?? 0)?.time ?? 0, policy.zone),
		})),
		lostEntries: await lostEntries(record, judged.library),
		...(await pastConfigs(record)),
		rivals: context.has('branches') ? await rivalIds(context, record, [...here.values()]) : undefined,
		replacesMainline: await replacesMainline(git, history),
	};
}

function withoutFile(blob: string) {
	return { blob, file: '' };
}
