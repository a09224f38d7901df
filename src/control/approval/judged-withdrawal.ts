import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt, startOfDay } from '../../model/zone.ts';
import type { WhoSigned } from '../who-signed.ts';
import { actsAs } from './acts-as.ts';
import { type AuthorityAt, authorityOver } from './authority.ts';
import type { WhoSignedRecord } from './judged-signature.ts';
import type { SignatureLine } from './signature-lines.ts';

/** A withdrawal record, and whether it counts. */
export interface JudgedWithdrawal {
	readonly record: KnownRecord<'withdrawals'>;
	readonly who: WhoSigned;
	/** Why it does not count, as a clause; null where it does. */
	readonly cause: string | null;
	/** The latest of 00:00 on its day and of when it was known, in seconds. */
	readonly at: number;
}

/** What withdrawals of one document are judged by. */
export interface WithdrawalContext {
	/** Section 15 of the content that a digest names; undefined where no such content stood on the mainline. */
	readonly linesOf: (digest: string) => readonly SignatureLine[] | undefined;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
}

/** Whether a withdrawal counts: one signature by a role of section 15 of what it names. */
export function judgeWithdrawal(
	record: KnownRecord<'withdrawals'>,
	{ linesOf, authorityAt, whoSigned }: WithdrawalContext,
): JudgedWithdrawal {
	const { person = '', role = '', library, at = '', from = '', digest = '' } = record.value;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { policy } = authority;
	const who = whoSigned(record, authority, founding);
	const lines = linesOf(digest);
	const days = [dayAt(Date.parse(at) / 1000, policy.zone), dayAt(record.known, policy.zone)];
	const not = days.map((day) => actsAs(authority, person, role, day)).find((one) => one.acts === 'no');
	// Where nobody signs anything there are no roles to hold it to.
	const isFree = policy.approvals === 'none' && authority.people === undefined;
	const causes = [
		library !== authority.library ? 'it is a record of another library' : undefined,
		who.level === 'contradicted' ? (who.cause ?? 'its signature is bad') : undefined,
		lines === undefined ? 'its digest is of no text that stood on the mainline' : undefined,
		isFree || authority.people !== undefined ? undefined : `not evaluated: ${authority.whyNoPeople}`,
		policy.trust === 'signed' && who.level === 'claimed'
			? `it is only claimed (${who.cause ?? 'no signature'}), and the library asks for signatures`
			: undefined,
		!isFree && lines !== undefined && lines.length > 0 && !lines.some((line) => line.role === role)
			? `section 15 does not name the role ${role}`
			: undefined,
		!isFree && not?.acts === 'no' ? not.cause : undefined,
	];
	return {
		record,
		who,
		cause: causes.find((one) => one !== undefined) ?? null,
		at: Math.max(startOfDay(from, policy.zone) ?? record.known, record.known),
	};
}
