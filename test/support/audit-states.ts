import type { AuthorityAt } from '../../src/control/approval/authority.ts';
import { versionAuthors } from '../../src/control/approval/version-authors.ts';
import { type DocumentState, documentState } from '../../src/control/document-state.ts';
import { judgeReview } from '../../src/control/judged-review.ts';
import type { WhoSigned } from '../../src/control/who-signed.ts';
import type { Config } from '../../src/model/documents.generated.ts';
import type { KnownRecord, KnownRecords } from '../../src/model/record/known-record.ts';
import type { RecordKind } from '../../src/model/record/record-kind.ts';
import type { AuditDays } from './audit-days.ts';
import type { WrittenTrail } from './audit-texts.ts';

/** What states of documents are derived from. */
export interface WrittenStates {
	readonly days: AuditDays;
	readonly config: Config;
	readonly records: KnownRecords;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: (record: KnownRecord) => WhoSigned;
	readonly partial: string | null;
	/** The instant asked about, in seconds. */
	readonly on: number;
}

/** The state of a document, by what was known at a position: derived as that of a repository is. */
export function writtenState(trail: WrittenTrail, upTo: number, from: WrittenStates): DocumentState {
	const { days, config, records, authorityAt, whoSigned, partial, on } = from;
	const { entries, texts, key } = trail;
	const factsOf = (blob: string) => texts.find((one) => one.blob === blob)?.facts;
	const digestOf = (blob: string) => factsOf(blob)?.digest;
	const own = <Kind extends RecordKind>(known: readonly KnownRecord<Kind>[]) =>
		known.filter(({ position, value }) => position <= upTo && value.document === key);
	const { timeAt } = days;
	const isControlled =
		config.approvals === 'required' || records.approvals.length + records.withdrawals.length > 0;
	const approvals = {
		approvals: own(records.approvals),
		withdrawals: own(records.withdrawals),
		factsOf,
		authorityAt,
		whoSigned,
		signerOf: () => null,
		timeAt,
	};
	const state = documentState({
		entries,
		digestOf,
		mainline: days.upTo(upTo),
		upTo,
		cutOff: partial !== null,
		policy: authorityAt(upTo).policy,
		on,
		partial,
		unseenUntil: undefined,
		begin: timeAt(0),
		approvals: isControlled ? approvals : undefined,
	});
	const { timeline } = state;
	const reviews = own(records.reviews).map((record) =>
		judgeReview(record, {
			timeline,
			digestOf: ({ digest }) => digest,
			authorsOf: ({ blob, position }) => {
				const before = timeline.versions.findLast((one) => one.owns === 'yes' && one.position < position);
				return versionAuthors({
					entries,
					digestOf,
					after: before?.position ?? -1,
					upTo: position,
					named: factsOf(blob)?.authors ?? [],
					authorityAt,
					timeAt,
				});
			},
			authorityAt,
			whoSigned,
		}),
	);
	return { ...state, reviews };
}
