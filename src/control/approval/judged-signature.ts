import { isCalendarDay } from '../../model/calendar-day.ts';
import type { Paper } from '../../model/documents.generated.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { rows } from '../../model/several.ts';
import { dayAt, secondsOf } from '../../model/zone.ts';
import type { WhoSigned } from '../who-signed.ts';
import { type ActsAs, actsAs, personOf } from './acts-as.ts';
import { type Authority, type AuthorityAt, authorityOver } from './authority.ts';
import type { VersionAuthors } from './version-authors.ts';

/** Says who signed a record, by the keys of the register that it is judged by. */
export type WhoSignedRecord = (record: KnownRecord, authority: Authority, founding: boolean) => WhoSigned;

/**
 * Why a signature does not count, as far as somebody else has to act on it: nobody can tell whether it does, the person
 * wrote the text, or had not the right to sign; it is of another library; or anything else.
 */
export type NotCounting = 'not evaluated' | 'author' | 'unauthorised' | 'other library' | 'other';

/** An approval record, and whether it counts. */
export interface JudgedSignature {
	readonly record: KnownRecord<'approvals'>;
	readonly person: string;
	/** The role of the line that it fills. */
	readonly role: string;
	readonly meaning: string;
	readonly who: WhoSigned;
	readonly acts: ActsAs;
	/** Why it does not count, as a clause; null where it does. */
	readonly cause: string | null;
	/** What kind of cause that is; null where it counts. */
	readonly why: NotCounting | null;
	/** What of it could not be seen: "whether j.roe wrote the text: x@y.example is no address …". */
	readonly notEvaluated: readonly string[];
	/** From which mainline commit on it counts: when both it and its content were known. */
	readonly position: number;
	/** The withdrawal that ended it; null where none did. */
	readonly withdrawn: { readonly position: number; readonly known: number; readonly file: string } | null;
}

/** What approvals of one version are judged by. */
export interface SignatureContext {
	/** The position that first showed the content. */
	readonly contentPosition: number;
	readonly authors: VersionAuthors;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	readonly withdrawnBy: (record: KnownRecord<'approvals'>) => JudgedSignature['withdrawn'];
	/** Why nobody can tell whether any record counts; left out where somebody can. */
	readonly unseen?: string | undefined;
}

/** Whether an approval record of a version counts (its document, version and digest fit already). */
export function judgeSignature(
	record: KnownRecord<'approvals'>,
	{ contentPosition, authors, authorityAt, whoSigned, withdrawnBy, unseen }: SignatureContext,
): JudgedSignature {
	const { person = '', role = '', meaning = 'approval', library, at = '', paper } = record.value;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { policy } = authority;
	const who = whoSigned(record, authority, founding);
	const known = dayAt(record.known, policy.zone);
	const signedAt = secondsOf(at);
	const days = [...(signedAt === undefined ? [] : [dayAt(signedAt, policy.zone)]), known];
	const acting =
		// On which days somebody held a role before the library was adopted is said by the paper alone.
		paper !== undefined && everHeld(authority, person, role)
			? [{ acts: 'as holder' as const }]
			: days.map((day) => actsAs(authority, person, role, day));
	const acts = acting.find((one) => one.acts === 'no') ??
		acting[0] ?? { acts: 'no', why: 'unauthorised', cause: 'it has no day' };
	const isCheck = meaning === 'approval' || meaning === 'review';
	const causes: readonly (Cause | undefined)[] = [
		unseen === undefined ? undefined : ['not evaluated', `not evaluated: ${unseen}`],
		authority.people === undefined ? ['not evaluated', `not evaluated: ${authority.whyNoPeople}`] : undefined,
		library !== authority.library ? ['other library', 'it is a record of another library'] : undefined,
		who.level === 'contradicted' ? ['other', who.cause ?? 'its signature is bad'] : undefined,
		policy.trust === 'signed' && who.level === 'claimed'
			? ['other', `it is only claimed (${who.cause ?? 'no signature'}), and the library asks for signatures`]
			: undefined,
		signedAt === undefined ? ['other', `there is no time ${at}`] : undefined,
		acts.acts === 'no' ? [acts.why, acts.cause] : undefined,
		isCheck && authors.people.has(person)
			? ['author', `${person} wrote the text, and nobody approves their own`]
			: undefined,
		isCheck && authors.perhaps.has(person)
			? ['not evaluated', `not evaluated: whether ${person} wrote the text: ${authors.perhaps.get(person)}`]
			: undefined,
		...(paper === undefined ? [] : causesOfPaper(paper, authority)).map((cause): Cause | undefined =>
			cause === undefined ? undefined : ['other', cause],
		),
	];
	const [why = null, cause = null] = causes.find((one) => one !== undefined) ?? [];
	const unknown =
		isCheck && !authors.perhaps.has(person)
			? authors.unknown.map((identity) => `whether ${person} wrote the text: ${identity}`)
			: [];
	return {
		record,
		person,
		role,
		meaning,
		who,
		acts,
		cause,
		why,
		notEvaluated: unknown,
		position: Math.max(record.position, contentPosition),
		withdrawn: withdrawnBy(record),
	};
}

type Cause = readonly [why: NotCounting, cause: string];

/** Whether a register names a person in a role, on whatever days. */
export function everHeld(authority: Authority, id: string, role: string): boolean {
	return rows(personOf(authority, id)?.roles).some((one) => one?.role === role);
}

/** Why a signature on paper does not count, each undefined where it does not stand in the way. */
function causesOfPaper(
	{ date = '', recorded_by = '' }: Paper,
	{ people, policy: { adopted } }: Authority,
): readonly (string | undefined)[] {
	return [
		adopted === undefined || !isCalendarDay(date) || date >= adopted
			? 'paper counts only for what was signed before the library was adopted'
			: undefined,
		personOf({ people }, recorded_by) === undefined
			? `${recorded_by}, who put the paper on record, is in no people register that was known then`
			: undefined,
	];
}
