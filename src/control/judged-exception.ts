import type { ExceptionApprovers } from '../model/exception-approvers.ts';
import type { Timeline } from '../model/history/timeline.ts';
import type { Version } from '../model/history/version.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import type { AuthorityAt } from './approval/authority.ts';
import type { WhoSignedRecord } from './approval/judged-signature.ts';
import { judgeMaker } from './judged-maker.ts';
import { inForceFor, notOfVersion } from './of-version.ts';
import type { WhoSigned } from './who-signed.ts';

/** The record of an exception, and whether somebody allowed it who may. */
export interface JudgedException {
	readonly record: KnownRecord<'exceptions'>;
	readonly who: WhoSigned;
	/** Why it counts for nothing, as a clause, which begins with `not evaluated: ` where that cannot be told; null where it counts. */
	readonly cause: string | null;
	/** Whether it is a record of this library that nothing contradicts. */
	readonly isGenuine: boolean;
}

/** What exceptions of one document are judged by. */
export interface ExceptionContext {
	readonly timeline: Timeline;
	/** Section 11 of the text of a version; undefined where that is not here. */
	readonly approversOf: (version: Version) => readonly ExceptionApprovers[] | undefined;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/** Why nobody can tell whether the record counts; left out where somebody can. */
	readonly unseen?: string | undefined;
}

/**
 * Whether an exception was allowed: it is one that section 11 knows of the version that was in force when the mainline
 * first showed it, and its person then held a role that section 11 names for it.
 */
export function judgeException(
	record: KnownRecord<'exceptions'>,
	{ timeline, approversOf, authorityAt, whoSigned, unseen }: ExceptionContext,
): JudgedException {
	const maker = judgeMaker(record, authorityAt, whoSigned);
	const inForce = inForceFor(timeline, record);
	const causes = [
		unseen === undefined ? undefined : `not evaluated: ${unseen}`,
		maker.distrust,
		notOfVersion(record.value, inForce, inForce?.digest),
		inForce && notItsToAllow(record, inForce, approversOf(inForce)),
		maker.unable,
	];
	const cause = causes.find((one) => one !== undefined) ?? null;
	return { record, who: maker.who, cause, isGenuine: maker.isGenuine && unseen === undefined };
}

function notItsToAllow(
	{ value: { exception = '', role = '' } }: KnownRecord<'exceptions'>,
	{ version }: Version,
	approvers: readonly ExceptionApprovers[] | undefined,
): string | undefined {
	if (approvers === undefined) return `not evaluated: section 11 of ${version} is not here`;
	const known = approvers.find((one) => one.exception === exception);
	if (known === undefined) return `section 11 of ${version} knows no exception ${exception}`;
	// What was approved with the document itself needs nobody who allows it once more.
	if (known.isStanding || known.roles.includes(role)) return undefined;
	const roles = known.roles.join(' or ');
	return `section 11 lets ${roles === '' ? 'nobody' : roles} allow it, and not the role ${role}`;
}
