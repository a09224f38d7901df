import { governingAt, type Timeline } from '../../model/history/timeline.ts';
import type { Version } from '../../model/history/version.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { type AuthorityAt, authorityOver, noPeopleRegister } from '../approval/authority.ts';
import type { WhoSignedRecord } from '../approval/judged-signature.ts';
import { judgeMaker } from '../judged-maker.ts';

/** What stood before the mainline showed an answer. */
export interface AnswerEvidence {
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/** The roles that may answer by the text of a version; undefined where that is not here. */
	readonly rolesOf: (version: Version) => readonly string[] | undefined;
	/** Why it cannot be seen who might do what when a commit of the mainline came, by its position; undefined where it can. */
	readonly whyUnseen: (position: number) => string | undefined;
}

/** A document as far as it says who answers. */
export interface AnsweredDocument {
	readonly timeline: Timeline;
	/** Why it cannot be told what is in force of it; null where it can. */
	readonly notEvaluated: string | null;
}

/**
 * Why an answer does not count, as a clause, which begins with `not evaluated: ` where that cannot be told; undefined where
 * it does. It takes a role that section 15 of the version in force named when the mainline first showed it, or its owner;
 * withdrawing takes none, and is for whoever made the suggestion.
 */
export function judgeAnswer(
	answer: KnownRecord<'feedback'>,
	suggestion: KnownRecord<'feedback'>,
	document: AnsweredDocument,
	evidence: AnswerEvidence,
): string | undefined {
	const { authorityAt, whoSigned, whyUnseen } = evidence;
	const { authority } = authorityOver(authorityAt, answer.position);
	const maker = judgeMaker(answer, authorityAt, whoSigned);
	const isWithdrawn = answer.value.verdict === 'withdrawn';
	// A register that was removed, or cannot be read, frees nobody.
	const isFree = maker.isFree && authority.whyNoPeople === noPeopleRegister;
	const unseen = isFree
		? undefined
		: (whyUnseen(answer.position) ?? (authority.people === undefined ? authority.whyNoPeople : undefined));
	const causes = [
		// Whose key it is cannot be told either where no register can be seen.
		unseen === undefined ? undefined : `not evaluated: ${unseen}`,
		maker.distrust,
		isWithdrawn && answer.value.person !== suggestion.value.person
			? `it is ${suggestion.value.person}'s to withdraw`
			: undefined,
		maker.unable,
		isFree || isWithdrawn ? undefined : notItsToGive(answer, document, evidence),
	];
	return causes.find((one) => one !== undefined);
}

function notItsToGive(
	{ value: { role }, known }: KnownRecord<'feedback'>,
	{ timeline, notEvaluated }: AnsweredDocument,
	{ rolesOf }: AnswerEvidence,
): string | undefined {
	if (role === undefined) return 'it names no role';
	if (notEvaluated !== null) return `not evaluated: ${notEvaluated}`;
	const version = governingAt(timeline, known);
	if (version === undefined) return 'no version had been complete when it was made';
	const roles = rolesOf(version);
	if (roles === undefined) return `not evaluated: the text of version ${version.version} is not here`;
	return roles.includes(role)
		? undefined
		: `section 15 of version ${version.version} does not name the role ${role}, and it is not the owner`;
}
