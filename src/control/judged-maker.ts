import type { KnownRecord } from '../model/record/known-record.ts';
import { dayAt, secondsOf } from '../model/zone.ts';
import { actsAs, whyNotHere } from './approval/acts-as.ts';
import { type Authority, type AuthorityAt, authorityOver } from './approval/authority.ts';
import type { WhoSignedRecord } from './approval/judged-signature.ts';
import type { WhoSigned } from './who-signed.ts';

/** Who made a record, and whether they could, by what stood before the mainline showed it. */
export interface JudgedMaker {
	readonly who: WhoSigned;
	/** Whether it is a record of this library that nothing contradicts. */
	readonly isGenuine: boolean;
	/** Why nobody has to believe that its person made it, as a clause; undefined where nothing speaks against it. */
	readonly distrust: string | undefined;
	/** Why its person could not act so, as a clause; undefined where they could. */
	readonly unable: string | undefined;
	/** Whether nobody is held to roles: there is neither a need of approvals nor a people register. */
	readonly isFree: boolean;
}

/**
 * Judges the maker of a record that names one person in one role: a review, an exception, an answer. What names no role asks
 * of its person no more than to be in the people register.
 */
export function judgeMaker(
	record: KnownRecord<'reviews' | 'exceptions' | 'feedback'>,
	authorityAt: AuthorityAt,
	whoSigned: WhoSignedRecord,
): JudgedMaker {
	const { person = '', role, library, at = '' } = record.value;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { policy } = authority;
	const who = whoSigned(record, authority, founding);
	const signedAt = secondsOf(at);
	const days = [...(signedAt === undefined ? [] : [signedAt]), record.known].map((instant) =>
		dayAt(instant, policy.zone),
	);
	const not = days.map((day) => whyNot(authority, person, role, day)).find((cause) => cause !== undefined);
	// Where nobody signs anything there are no roles to hold it to.
	const isFree = policy.approvals === 'none' && authority.people === undefined;
	const distrust = [
		library !== authority.library ? 'it is a record of another library' : undefined,
		who.level === 'contradicted' ? (who.cause ?? 'its signature is bad') : undefined,
		policy.trust === 'signed' && who.level === 'claimed'
			? `it is only claimed (${who.cause ?? 'no signature'}), and the library asks for signatures`
			: undefined,
	];
	const unable = [
		isFree || authority.people !== undefined ? undefined : `not evaluated: ${authority.whyNoPeople}`,
		isFree ? undefined : not,
		signedAt === undefined ? 'it was made at a time that no clock shows' : undefined,
	];
	return {
		who,
		isGenuine: library === authority.library && who.level !== 'contradicted',
		distrust: distrust.find((one) => one !== undefined),
		unable: unable.find((one) => one !== undefined),
		isFree,
	};
}

function whyNot(
	authority: Authority,
	person: string,
	role: string | undefined,
	day: string,
): string | undefined {
	if (role === undefined) return whyNotHere(authority, person, day);
	const acts = actsAs(authority, person, role, day);
	return acts.acts === 'no' ? acts.cause : undefined;
}
