import { addDuration } from '../../model/calendar-day.ts';
import { parseDuration } from '../../model/duration.ts';
import { neverInForce, normal, type Version } from '../../model/history/version.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditedVersion, AuditInput } from '../audit-input.ts';
import { isIn } from '../period.ts';

/** A version that ended in the period. */
export interface EndedVersion {
	readonly document: AuditedDocument;
	readonly version: Version;
	/** Undefined where nobody looked at its text: it was never in force in the period. */
	readonly audited: AuditedVersion | undefined;
	/** `SOP-FIN-001@2.1`. */
	readonly key: string;
	readonly wasInForce: boolean;
	/** The day on which it ended, YYYY-MM-DD, in the zone of the library. */
	readonly ended: string;
	readonly by: 'higher number' | 'withdrawal' | 'retirement' | 'withdrawn signature';
	/** The id of the document that takes its place, as the withdrawal names it; null where none is named. */
	readonly successor: string | null;
	/** How long it must be kept, as stated, and by what; null where nothing says so. */
	readonly retention: { readonly text: string; readonly from: 'document' | 'config' } | null;
	/** The first day on which it need not be kept any more; null where that cannot be told. */
	readonly keepUntil: string | null;
}

/** The versions of the documents in scope that a higher number, a withdrawal or a retirement ended in the period. */
export function endedVersions(
	input: Pick<AuditInput, 'documents' | 'period' | 'config'>,
): readonly EndedVersion[] {
	const { period, config } = input;
	return input.documents
		.filter(({ isInScope }) => isInScope)
		.flatMap((document) =>
			document.state.timeline.versions.flatMap((version): readonly EndedVersion[] => {
				const { end, endedBy } = version;
				// What never was approved ends no use of it; what lost its number to another text never had any.
				if (end === undefined || endedBy === undefined || !isIn(period, end)) return [];
				if (!version.complete || version.owns !== 'yes') return [];
				const audited = document.versions.find((one) => isSame(one.version, version));
				const ended = dayAt(end, period.zone);
				const own = audited?.text?.retention;
				const common = config.defaults?.retention;
				const retention =
					own !== undefined
						? { text: own, from: 'document' as const }
						: audited?.text !== undefined && common !== undefined
							? { text: common, from: 'config' as const }
							: null;
				const duration = retention === null ? undefined : parseDuration(retention.text);
				return [
					{
						document,
						version,
						audited,
						key: `${document.id}@${version.version}`,
						wasInForce: version.start !== undefined && !neverInForce(version),
						ended,
						by: endedBy,
						successor: endedBy === 'higher number' ? null : successorOf(document, version),
						retention,
						keepUntil: (duration && addDuration(ended, duration)) ?? null,
					},
				];
			}),
		);
}

/** Whether two versions are one content under one number. */
export function isSame(one: Version, other: Version): boolean {
	return one.blob === other.blob && normal(one.version) === normal(other.version);
}

function successorOf({ state }: AuditedDocument, { version, endedBy }: Version): string | null {
	const withdrawals = state.approvals?.judgedWithdrawals ?? [];
	const found = withdrawals.find(({ cause, record: { value } }) => {
		if (cause !== null) return false;
		if (endedBy === 'retirement') return value.withdraws === 'document';
		return value.withdraws === 'version' && normal(String(value.version ?? '')) === normal(version);
	});
	return found?.record.value.successor ?? null;
}
