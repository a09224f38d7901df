import type { Timeline } from '../model/history/timeline.ts';
import type { Version } from '../model/history/version.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import type { AuthorityAt } from './approval/authority.ts';
import type { WhoSignedRecord } from './approval/judged-signature.ts';
import type { VersionAuthors } from './approval/version-authors.ts';
import { judgeMaker } from './judged-maker.ts';
import { inForceFor, notOfVersion } from './of-version.ts';
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
	/** Whether its person wrote the version that was in force; undefined where none was. */
	readonly byAuthor: 'yes' | 'no' | 'not evaluated' | undefined;
	/** Whether nobody can tell if it counts, as what would decide that is not here. */
	readonly isUnseen: boolean;
}

/** What reviews of one document are judged by. */
export interface ReviewContext {
	readonly timeline: Timeline;
	/** The digest of a version's text; undefined where nobody has it. */
	readonly digestOf: (version: Version) => string | null | undefined;
	readonly authorsOf: (version: Version) => VersionAuthors;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/** Why nobody can tell whether the record counts; left out where somebody can. */
	readonly unseen?: string | undefined;
}

/**
 * Whether a review counts: it is of the version that was in force when the mainline first showed it (`inForceFor`), and
 * not by an author of that version. What it says of its own day starts nothing. In which role somebody reviews is theirs to say, as
 * long as they hold it.
 */
export function judgeReview(
	record: KnownRecord<'reviews'>,
	{ timeline, digestOf, authorsOf, authorityAt, whoSigned, unseen }: ReviewContext,
): JudgedReview {
	const { person = '' } = record.value;
	const maker = judgeMaker(record, authorityAt, whoSigned);
	const inForce = inForceFor(timeline, record);
	const authors = inForce === undefined ? undefined : authorsOf(inForce);
	const causes = [
		unseen === undefined ? undefined : `not evaluated: ${unseen}`,
		maker.distrust,
		notOfVersion(record.value, inForce, inForce && digestOf(inForce)),
		maker.unable,
		authors?.people.has(person) === true
			? `${person} wrote the text, and nobody reviews their own`
			: undefined,
		authors?.perhaps.has(person) === true
			? `not evaluated: whether ${person} wrote the text: ${authors.perhaps.get(person)}`
			: undefined,
	];
	return {
		record,
		who: maker.who,
		cause: causes.find((one) => one !== undefined) ?? null,
		notEvaluated:
			unseen === undefined
				? (authors?.unknown ?? []).map((identity) => `whether ${person} wrote the text: ${identity}`)
				: [],
		isGenuine: maker.isGenuine && unseen === undefined,
		byAuthor: unseen === undefined ? authors && isAuthor(authors, person) : 'not evaluated',
		isUnseen: unseen !== undefined,
	};
}

function isAuthor({ people, perhaps, unknown }: VersionAuthors, person: string): JudgedReview['byAuthor'] {
	if (people.has(person)) return 'yes';
	return perhaps.has(person) || unknown.length > 0 ? 'not evaluated' : 'no';
}
