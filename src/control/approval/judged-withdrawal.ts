import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt, secondsOf, startOfDay } from '../../model/zone.ts';
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
	/** Section 15 of what it ends, whose roles may end it; or why it ends nothing, as a clause. */
	readonly linesOf: (record: KnownRecord<'withdrawals'>) => readonly SignatureLine[] | string;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/** Why nobody can tell whether any record counts; left out where somebody can. */
	readonly unseen?: string | undefined;
}

/** Whether a withdrawal counts: one signature by a role of section 15 of what it ends. */
export function judgeWithdrawal(
	record: KnownRecord<'withdrawals'>,
	{ linesOf, authorityAt, whoSigned, unseen }: WithdrawalContext,
): JudgedWithdrawal {
	const { person = '', role = '', library, at = '', from = '' } = record.value;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { policy } = authority;
	const who = whoSigned(record, authority, founding);
	const lines = linesOf(record);
	const signedAt = secondsOf(at);
	const days = [...(signedAt === undefined ? [] : [signedAt]), record.known].map((instant) =>
		dayAt(instant, policy.zone),
	);
	const not = days.map((day) => actsAs(authority, person, role, day)).find((one) => one.acts === 'no');
	// Where nobody signs anything there are no roles to hold it to.
	const isFree = policy.approvals === 'none' && authority.people === undefined;
	const isNamed = typeof lines === 'string' || lines.length === 0 || lines.some((one) => one.role === role);
	const causes = [
		unseen === undefined ? undefined : `not evaluated: ${unseen}`,
		library !== authority.library ? 'it is a record of another library' : undefined,
		who.level === 'contradicted' ? (who.cause ?? 'its signature is bad') : undefined,
		typeof lines === 'string' ? lines : undefined,
		isFree || authority.people !== undefined ? undefined : `not evaluated: ${authority.whyNoPeople}`,
		policy.trust === 'signed' && who.level === 'claimed'
			? `it is only claimed (${who.cause ?? 'no signature'}), and the library asks for signatures`
			: undefined,
		signedAt === undefined ? `there is no time ${at}` : undefined,
		isFree || isNamed ? undefined : `section 15 does not name the role ${role}`,
		!isFree && not?.acts === 'no' ? not.cause : undefined,
	];
	return {
		record,
		who,
		cause: causes.find((one) => one !== undefined) ?? null,
		at: Math.max(startOfDay(from, policy.zone) ?? record.known, record.known),
	};
}
