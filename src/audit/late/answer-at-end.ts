import type { DocumentState } from '../../control/document-state.ts';
import { type Status, versionStatus } from '../../control/standing-status.ts';
import { knownStart, normal, type Version } from '../../model/history/version.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';

/** What was in force of a document at the end of the period, and how the text that stood then stands, by some knowledge. */
export interface AnswerAtEnd {
	/** Null where none was in force. */
	readonly version: string | null;
	readonly digest: string | null;
	/** The day on which it began; null where that may be before the commits that are here. */
	readonly since: string | null;
	readonly status: Status | 'not evaluated';
	/** How the status follows, or why it cannot be told. */
	readonly why: readonly string[];
	/** Why it cannot be told; null where it can. */
	readonly cause: string | null;
}

/** The two answers for the end of the period: by all that is known, and by what was known then. */
export interface TwoAnswers {
	readonly now: AnswerAtEnd;
	readonly then: AnswerAtEnd;
}

/** Answers for the end of the period twice. Both are about the text that stood then: a later one changes neither. */
export function answersAtEnd(
	document: AuditedDocument,
	input: Pick<AuditInput, 'period' | 'policy'>,
): TwoAnswers {
	const { state, stateThen } = document;
	const then = answerOf(stateThen, { status: stateThen.status, why: stateThen.why }, input);
	if (state === stateThen) return { now: then, then };
	return { now: answerOf(state, statusSince(state, stateThen, input), input), then };
}

/**
 * Whether the two answers are different ones. Of the status it is only whether a record had ended the text: that a draft
 * was signed later says nothing of the end of the period, when it was one.
 */
export function isAnsweredAnew({ now, then }: TwoAnswers): boolean {
	return (
		now.version !== then.version ||
		now.digest !== then.digest ||
		now.since !== then.since ||
		now.cause !== then.cause ||
		(now.status !== then.status && [now, then].some(({ status }) => endedByRecord.has(status)))
	);
}

const endedByRecord: ReadonlySet<string> = new Set<Status>(['withdrawn', 'retired']);

function answerOf(
	{ inForce, notEvaluated }: DocumentState,
	{ status, why }: Pick<DocumentState, 'status' | 'why'>,
	{ period }: Pick<AuditInput, 'period'>,
): AnswerAtEnd {
	const start = inForce === undefined ? undefined : knownStart(inForce);
	return {
		version: inForce?.version ?? null,
		digest: inForce?.digest ?? null,
		since: start === undefined ? null : dayAt(start, period.zone),
		status: notEvaluated === null ? status : 'not evaluated',
		why: notEvaluated === null ? why : [notEvaluated],
		cause: notEvaluated,
	};
}

/** The status that the text of then had at the end of the period, by all that is known. */
function statusSince(
	{ timeline, approvals }: DocumentState,
	then: DocumentState,
	{ period, policy }: Pick<AuditInput, 'period' | 'policy'>,
): Pick<DocumentState, 'status' | 'why'> {
	const on = period.end;
	const retired = approvals?.withdrawals.find(({ version, at }) => version === undefined && at <= on);
	if (retired !== undefined)
		return { status: 'retired', why: [`retired on ${dayAt(retired.at, period.zone)}`] };
	const stood = stoodThen(then);
	const same = timeline.versions.find((one) => stood !== undefined && isSame(one, stood));
	return same === undefined ? then : versionStatus(same, timeline, approvals, { on, policy });
}

/** The version whose text stood; undefined where none did, or what stood is none. */
function stoodThen({ timeline }: DocumentState): Version | undefined {
	const [standing] = timeline.standing;
	if (standing?.version === undefined) return undefined;
	const number = normal(standing.version);
	return timeline.versions.find((one) => one.blob === standing.blob && normal(one.version) === number);
}

function isSame(one: Version, other: Version): boolean {
	return (
		normal(one.version) === normal(other.version) &&
		(one.blob === other.blob || (one.digest !== undefined && one.digest === other.digest))
	);
}
