import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt } from '../../model/zone.ts';
import type { WhoSigned } from '../who-signed.ts';
import { type ActsAs, actsAs, personOf } from './acts-as.ts';
import { type Authority, type AuthorityAt, authorityOver } from './authority.ts';
import type { VersionAuthors } from './version-authors.ts';

/** Says who signed a record, by the keys of the register that it is judged by. */
export type WhoSignedRecord = (record: KnownRecord, authority: Authority, founding: boolean) => WhoSigned;

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
}

/** Whether an approval record of a version counts (its document, version and digest fit already). */
export function judgeSignature(
	record: KnownRecord<'approvals'>,
	{ contentPosition, authors, authorityAt, whoSigned, withdrawnBy }: SignatureContext,
): JudgedSignature {
	const { person = '', role = '', meaning = 'approval', library, at = '', paper } = record.value;
	const { authority, founding } = authorityOver(authorityAt, record.position);
	const { policy } = authority;
	const who = whoSigned(record, authority, founding);
	const known = dayAt(record.known, policy.zone);
	const days = [dayAt(Date.parse(at) / 1000, policy.zone), known];
	const acting =
		// Which role somebody held before the library was adopted is said by the paper alone.
		paper !== undefined && personOf(authority, person) !== undefined
			? [{ acts: 'as holder' as const }]
			: days.map((day) => actsAs(authority, person, role, day));
	const acts = acting.find((one) => one.acts === 'no') ?? acting[0] ?? { acts: 'no', cause: 'it has no day' };
	const isCheck = meaning === 'approval' || meaning === 'review';
	const causes = [
		authority.people === undefined ? `not evaluated: ${authority.whyNoPeople}` : undefined,
		library !== authority.library ? 'it is a record of another library' : undefined,
		who.level === 'contradicted' ? (who.cause ?? 'its signature is bad') : undefined,
		policy.trust === 'signed' && who.level === 'claimed'
			? `it is only claimed (${who.cause ?? 'no signature'}), and the library asks for signatures`
			: undefined,
		acts.acts === 'no' ? acts.cause : undefined,
		isCheck && authors.people.has(person)
			? `${person} wrote the text, and nobody approves their own`
			: undefined,
		paper !== undefined && !(policy.adopted !== undefined && (paper.date ?? '') < policy.adopted)
			? 'paper counts only for what was signed before the library was adopted'
			: undefined,
	];
	const unknown = isCheck
		? authors.unknown.map((identity) => `whether ${person} wrote the text: ${identity}`)
		: [];
	return {
		record,
		person,
		role,
		meaning,
		who,
		acts,
		cause: causes.find((one) => one !== undefined) ?? null,
		notEvaluated: unknown,
		position: Math.max(record.position, contentPosition),
		withdrawn: withdrawnBy(record),
	};
}
