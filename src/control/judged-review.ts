import { inForceAt, type Timeline } from '../model/history/timeline.ts';
import { normal, type Version } from '../model/history/version.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import { dayAt, secondsOf } from '../model/zone.ts';
import { actsAs } from './approval/acts-as.ts';
import { type AuthorityAt, authorityOver } from './approval/authority.ts';
import type { WhoSignedRecord } from './approval/judged-signature.ts';
import type { VersionAuthors } from './approval/version-authors.ts';
import type { WhoSigned } from './who-signed.ts';

/** A review record, and whether it counts. */
export interface JudgedReview {
	readonly record: KnownRecord<'reviews'>;
	readonly who: WhoSigned;
	/** Why it does not count, as a clause; null where it does. */
	readonly cause: string | null;
	/** What of it could not be seen. */
	readonly notEvaluated: readonly string[];
	/** Whether it is a record of this library that nothing contradicts: then the event it names has happened. */
	readonly isGenuine: boolean;
}

/** What reviews of one document are judged by. */
export interface ReviewContext {
	readonly timeline: Timeline;
	/** The digest of a version's text; undefined where nobody has it. */
	readonly digestOf: (version: Version) => string | null | undefined;
	readonly authorsOf: (version: Version) => VersionAuthors;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
}

/**
 * Whether a review counts: it is of the version that was in force when the mainline first showed it, and not by an
 * author of that version. What it says of its own day starts nothing. In which role somebody reviews is theirs to say, as
 * long as they hold it.
 */
export function judgeReview(
	record: KnownRecord<'reviews'>,
	{ timeline, digestOf, authorsOf, authorityAt, whoSigned }: ReviewContext,
): JudgedReview {
	const { person = '', role = '', library, at = '', version, digest } = record.value;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { policy } = authority;
	const who = whoSigned(record, authority, founding);
	const inForce = inForceAt(timeline, record.known);
	const authors = inForce === undefined ? undefined : authorsOf(inForce);
	const signedAt = secondsOf(at);
	const days = [...(signedAt === undefined ? [] : [signedAt]), record.known].map((instant) =>
		dayAt(instant, policy.zone),
	);
	const not = days.map((day) => actsAs(authority, person, role, day)).find((one) => one.acts === 'no');
	// Where nobody signs anything there are no roles to hold it to.
	const isFree = policy.approvals === 'none' && authority.people === undefined;
	const isGenuine = library === authority.library && who.level !== 'contradicted';
	const causes = [
		library !== authority.library ? 'it is a record of another library' : undefined,
		who.level === 'contradicted' ? (who.cause ?? 'its signature is bad') : undefined,
		policy.trust === 'signed' && who.level === 'claimed'
			? `it is only claimed (${who.cause ?? 'no signature'}), and the library asks for signatures`
			: undefined,
		inForce === undefined
			? 'no version was in force when it was made'
			: isOf(inForce, digestOf(inForce), version, digest)
				? undefined
				: `it is of version ${version}, and ${isSameNumber(inForce, version) ? 'another text of that number' : inForce.version} was in force`,
		isFree || authority.people !== undefined ? undefined : `not evaluated: ${authority.whyNoPeople}`,
		!isFree && not?.acts === 'no' ? not.cause : undefined,
		signedAt === undefined ? 'it was made at a time that no clock shows' : undefined,
		authors?.people.has(person) === true
			? `${person} wrote the text, and nobody reviews their own`
			: undefined,
		authors?.perhaps.has(person) === true
			? `not evaluated: whether ${person} wrote the text: ${authors.perhaps.get(person)}`
			: undefined,
	];
	return {
		record,
		who,
		cause: causes.find((one) => one !== undefined) ?? null,
		notEvaluated: (authors?.unknown ?? []).map((identity) => `whether ${person} wrote the text: ${identity}`),
		isGenuine,
	};
}

function isOf(
	inForce: Version,
	ofIt: string | null | undefined,
	version: string | number | undefined,
	digest: string | undefined,
): boolean {
	// A text that is not here cannot contradict what the record says of it.
	return isSameNumber(inForce, version) && (ofIt === undefined || ofIt === null || ofIt === digest);
}

function isSameNumber(inForce: Version, version: string | number | undefined): boolean {
	return normal(String(version ?? '')) === normal(inForce.version);
}
