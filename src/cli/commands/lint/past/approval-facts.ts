import { versionAuthors } from '../../../../control/approval/version-authors.ts';
import { pathKey } from '../../../../library/history/library-history.ts';
import { knownRecords } from '../../../../library/records/known-records.ts';
import type { HistoryFacts } from '../../../../lint/history-subject.ts';
import { answerEvidence } from '../../../history/answer-evidence.ts';
import type { DerivedStates } from '../../../history/document-states.ts';
import { knownExceptions } from '../../../history/known-exceptions.ts';
import { authorship } from '../../../history/known-reviews.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { isKnown } from './is-known.ts';
import type { JudgedFiles } from './judged-files.ts';

type ApprovalFacts = Pick<
	HistoryFacts,
	| 'unseenRecords'
	| 'authorityAt'
	| 'registerChanges'
	| 'changedBeside'
	| 'timeAt'
	| 'authorsOf'
	| 'signed'
	| 'exceptions'
	| 'feedback'
	| 'answerEvidence'
>;

/** What rules about records need beside the states of documents; of most of it nothing is read before a rule asks. */
export async function approvalFacts(
	record: OpenRecord,
	{ library }: JudgedFiles,
	{ documents, control, factsOf }: DerivedStates,
): Promise<ApprovalFacts> {
	const { git, history, moment, authorityAt } = record;
	const mainline = history.mainlineUpTo(moment.position);
	const kinds = ['feedback'] as const;
	const isThere = history.files.some((file) => file.startsWith('records/feedback/'));
	const records = isThere
		? await knownRecords({ git, history, mainline, upTo: moment.position, kinds })
		: { feedback: [] };
	const timelines = new Map(documents.map(({ id, state }) => [id, state.timeline]));
	const registers = [library.peopleFile, 'registers/roles.yaml'];
	let beside: ReadonlyMap<number, readonly string[]> | undefined;
	return {
		unseenRecords:
			control?.uncertain ??
			control?.unseen ??
			(record.unseenRegisters === undefined ? null : 'a register or a config is not in this repository'),
		authorityAt,
		registerChanges: registers
			.flatMap((file) => history.trail(pathKey(file))?.entries ?? [])
			.filter(({ broughtBy }) => broughtBy !== null)
			.sort((a, b) => (a.broughtBy ?? 0) - (b.broughtBy ?? 0)),
		changedBeside(position) {
			beside ??= filesByPosition(record);
			return beside.get(position) ?? [];
		},
		timeAt: (position) => mainline.at(position)?.time ?? 0,
		authorsOf: ({ trail, timeline }, version) =>
			versionAuthors(authorship(record, trail, timeline, version, factsOf)),
		signed: control?.all ?? [],
		exceptions: (await knownExceptions(record, documents)).exceptions,
		feedback: records.feedback,
		answerEvidence: await answerEvidence(record, records.feedback, (id) => timelines.get(id)),
	};
}

/** Registers and configs by the mainline commits that changed them. */
function filesByPosition({ history }: OpenRecord): ReadonlyMap<number, readonly string[]> {
	const changed = new Map<number, string[]>();
	for (const file of history.files) {
		if (file.startsWith('records/')) continue;
		for (const { mainline } of (history.trail(pathKey(file))?.entries ?? []).filter(isKnown)) {
			const same = changed.get(mainline ?? 0);
			if (same === undefined) changed.set(mainline ?? 0, [file]);
			else same.push(file);
		}
	}
	return changed;
}
