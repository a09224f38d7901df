import { daysBetween, isCalendarDay } from '../../model/calendar-day.ts';
import type { Version } from '../../model/history/version.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt, secondsOf } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import type { Period } from '../period.ts';

/** What of a fact claims a day. */
export type ClaimKind = 'signed' | 'on paper' | 'trained on' | 'holds from' | 'effective';

/** A day that a record or a version claims, and the day on which the mainline showed it. */
export interface Claim {
	readonly fact: 'approval' | 'review' | 'exception' | 'withdrawal' | 'training' | 'version';
	readonly claim: ClaimKind;
	readonly document: string;
	readonly version: string | null;
	readonly digest: string | null;
	readonly person: string | null;
	/** As written, where it is no day or time that exists: then nothing can be compared. */
	readonly unread: string | null;
	/** YYYY-MM-DD, of the zone of the library. */
	readonly claimed: string | null;
	/** The instant, where it claims one, in seconds. */
	readonly claimedAt: number | null;
	/** When the mainline showed it, or when it began to hold; in seconds, and as a day. */
	readonly knownAt: number;
	readonly known: string;
	readonly knownLevel: Version['knownLevel'];
	/** Days from the claimed to the known one; null where there is no claimed one. */
	readonly days: number | null;
	readonly file: string;
	readonly line: number | null;
	readonly commit: string;
}

/** Every claim of a day by a record or a version of a document in scope, that claims a day of the period or was known in it. */
export function claimsOf(input: AuditInput): readonly Claim[] {
	const { records, documents, period } = input;
	const inScope = documents.filter(({ isInScope }) => isInScope);
	const ids = new Set(inScope.map(({ id }) => id));
	const { zone } = period;
	const ofRecords = [
		...records.approvals.flatMap((record) => [
			signed('approval', record, zone),
			...onDay('approval', 'on paper', record, record.value.paper?.date, zone),
		]),
		...records.reviews.map((record) => signed('review', record, zone)),
		...records.exceptions.flatMap((record) => [
			signed('exception', record, zone),
			...onDay('exception', 'holds from', record, record.value.from, zone),
		]),
		...records.withdrawals.flatMap((record) => [
			signed('withdrawal', record, zone),
			...onDay('withdrawal', 'holds from', record, record.value.from, zone),
		]),
		...records.training.flatMap((record) => [
			signed('training', record, zone),
			...onDay('training', 'trained on', record, record.value.on, zone),
		]),
	].filter(({ document }) => ids.has(document));
	const ofVersions = inScope.flatMap(({ id, state }) =>
		state.timeline.versions.flatMap((version) => effective(id, version, zone)),
	);
	return [...ofRecords, ...ofVersions].filter((one) => touches(one, period));
}

function touches({ claimed, known }: Claim, { from, to }: Period): boolean {
	return [claimed, known].some((day) => day !== null && day >= from && day <= to);
}

type Signed = KnownRecord<'approvals' | 'reviews' | 'exceptions' | 'withdrawals' | 'training'>;

function signed(fact: Claim['fact'], record: Signed, zone: string): Claim {
	const written = record.value.at ?? '';
	const at = secondsOf(written);
	return claimOf(fact, 'signed', record, at === undefined ? null : dayAt(at, zone), zone, written, at);
}

function onDay(
	fact: Claim['fact'],
	claim: ClaimKind,
	record: Signed,
	written: string | undefined,
	zone: string,
): readonly Claim[] {
	if (written === undefined) return [];
	return [claimOf(fact, claim, record, isCalendarDay(written) ? written : null, zone, written)];
}

function claimOf(
	fact: Claim['fact'],
	claim: ClaimKind,
	record: Signed,
	claimed: string | null,
	zone: string,
	written: string,
	claimedAt?: number,
): Claim {
	const { document = '', version, digest = null, person = null } = record.value;
	const known = dayAt(record.known, zone);
	return {
		fact,
		claim,
		document,
		version: version === undefined ? null : String(version),
		digest,
		person,
		unread: claimed === null ? written : null,
		claimed,
		claimedAt: claimedAt ?? null,
		knownAt: record.known,
		known,
		knownLevel: record.knownLevel,
		days: claimed === null ? null : (daysBetween(claimed, known) ?? null),
		file: record.file,
		line: record.line ?? null,
		commit: record.commit,
	};
}

/** The first day in force that a version states, against the day on which it began. */
function effective(document: string, version: Version, zone: string): readonly Claim[] {
	const { effective: claimed, start, knownLevel } = version;
	if (claimed === undefined || start === undefined || !isCalendarDay(claimed)) return [];
	const known = dayAt(start, zone);
	return [
		{
			fact: 'version',
			claim: 'effective',
			document,
			version: version.version,
			digest: version.digest ?? null,
			person: null,
			unread: null,
			claimed,
			claimedAt: null,
			knownAt: start,
			known,
			knownLevel,
			days: daysBetween(claimed, known) ?? null,
			file: version.path,
			line: null,
			commit: version.commit,
		},
	];
}

/** What an auditor finds a claim by. */
export function claimKey({ fact, claim, document, version, file, line }: Claim): string {
	return fact === 'version'
		? `${document}@${version} ${claim}`
		: `${file}${line === null ? '' : `:${line}`} ${claim}`;
}
