import {
	inForceAt,
	neverInForce,
	normal,
	type Timeline,
	type TimelineInput,
	timelineOf,
	type Version,
} from '../model/history/timeline.ts';
import type { PathState } from '../model/history/trail.ts';
import { dayAt } from '../model/zone.ts';
import { dayOf, signedBy, whatIsOpen } from './approval/approval-words.ts';
import {
	type ApprovalsInput,
	contentKey,
	type DocumentApprovals,
	documentApprovals,
} from './approval/document-approvals.ts';
import type { Completion } from './approval/judge-version.ts';
import { endWords } from './end-words.ts';
import type { JudgedReview } from './judged-review.ts';
import { adoptedAt, type Policy } from './policy.ts';

/** How a text stands. `missing` is a document whose id once stood on the mainline and now stands nowhere. */
export type Status =
	| 'draft'
	| 'in review'
	| 'approved'
	| 'effective'
	| 'suspended'
	| 'superseded'
	| 'withdrawn'
	| 'retired'
	| 'missing';

/** What is in force of a document, and what stands of it: two things that never stand for one another. */
export interface DocumentState {
	readonly timeline: Timeline;
	/** The version in force; undefined where none is, or where that is not evaluated. */
	readonly inForce: Version | undefined;
	/** Why it cannot be told what is in force; null where it can. */
	readonly notEvaluated: string | null;
	/** The text in the tree; undefined where none stands. */
	readonly standing: PathState | undefined;
	readonly status: Status;
	/** How the status follows, each as a sentence without a full stop. */
	readonly why: readonly string[];
	/** Its approvals; undefined in a library that never asked for any. */
	readonly approvals: DocumentApprovals | undefined;
	/** Its review records that are known, in the order in which the mainline showed them. */
	readonly reviews: readonly JudgedReview[];
}

/** What a state is derived from: the timeline's input, and the moment asked about. */
export interface StateInput extends Omit<TimelineInput, 'zone' | 'adoptedAt'> {
	readonly policy: Policy;
	/** The instant asked about, in seconds. */
	readonly on: number;
	/** Why some of the past cannot be seen; null where all of it can. */
	readonly partial: string | null;
	/** When the mainline last showed a text that is not here, in seconds: nobody can tell which document it was of. */
	readonly unseenUntil: number | undefined;
	/** What its approvals are judged by; undefined in a library that never asked for any and withdrew nothing. */
	readonly approvals: Omit<ApprovalsInput, 'entries'> | undefined;
	/** When the record begins: mainline time of the first commit with a document, in seconds; undefined where none is. */
	readonly begin: number | undefined;
}

/** Derives the state of one document at a moment. */
export function documentState(input: StateInput): Omit<DocumentState, 'reviews'> {
	const { policy, on } = input;
	const approvals =
		input.approvals === undefined
			? undefined
			: documentApprovals({ ...input.approvals, entries: input.entries });
	const timeline = timelineOf({
		...input,
		zone: policy.zone,
		adoptedAt: adoptedAt(policy),
		completed: approvals?.completed,
		withdrawals: approvals?.withdrawals,
	});
	const notEvaluated = unseen(input, timeline);
	const inForce = notEvaluated === null ? inForceAt(timeline, on) : undefined;
	const standing = timeline.standing[0];
	const derived = statusOf(input, timeline, approvals);
	const twice =
		timeline.standing.length > 1
			? [
					`${timeline.standing.length} files bear its id: ${timeline.standing.map(({ path }) => path).join(', ')}`,
				]
			: [];
	return {
		timeline,
		inForce,
		notEvaluated,
		standing,
		status: derived.status,
		why: [...derived.why, ...twice],
		approvals,
	};
}

function unseen(
	{ policy, on, partial, unseenUntil, begin, cutOff, mainline }: StateInput,
	timeline: Timeline,
): string | null {
	if (policy.unknownZone !== undefined) return `there is no time zone ${policy.unknownZone}`;
	if (unseenUntil !== undefined && on < unseenUntil)
		return `${partial ?? 'texts are missing'}: texts that the mainline showed later are not here`;
	if (unseenUntil !== undefined && timeline.stood && timeline.standing.length === 0)
		return `${partial ?? 'texts are missing'}: what stands of it may be a text that is not here`;
	if (begin === undefined || on < begin)
		return cutOff
			? `${partial ?? 'history cut off'}: what was before its first commit cannot be seen`
			: begin === undefined
				? 'before the record begins: no document is committed to git yet'
				: `before the record begins: the first document came to git on ${dayAt(begin, policy.zone)}`;
	if (policy.adopted !== undefined && dayAt(on, policy.zone) < policy.adopted)
		return `before the library was adopted (${policy.adopted})`;
	if (
		partial !== null &&
		timeline.versions.some(({ digest, start }) => digest === undefined && start !== undefined && start <= on)
	)
		return `${partial}: the text of a version is not here`;
	// Before its first commit is known nobody can say which higher version may have been in force.
	if (cutOff && on < (mainline.at(mainline.length - 1)?.time ?? on))
		return `${partial ?? 'history cut off'}: only today can be answered`;
	return null;
}

type Derived = Pick<DocumentState, 'status' | 'why'>;

/** The status of the standing text: the first row of the table that fits. */
function statusOf(input: StateInput, timeline: Timeline, approvals: DocumentApprovals | undefined): Derived {
	const { digestOf, on, policy, unseenUntil } = input;
	const { versions, stood } = timeline;
	const standing = timeline.standing[0];
	const retired = approvals?.withdrawals.find((one) => one.version === undefined && one.at <= on);
	if (retired !== undefined) return { status: 'retired', why: [`retired on ${dayOf(retired.at, policy)}`] };
	if (standing === undefined && stood && unseenUntil !== undefined)
		return { status: 'draft', why: ['not evaluated: what stands of it may be a text that is not here'] };
	if (standing === undefined)
		return stood
			? { status: 'missing', why: ['its id stood on the mainline, and no file bears it now'] }
			: { status: 'draft', why: ['it never stood on the mainline'] };
	const digest = digestOf(standing.blob);
	if (digest === null) return { status: 'draft', why: ['its text cannot be read: sop lint shows where'] };
	if (standing.version === undefined) return { status: 'draft', why: ['it states no version'] };
	const number = normal(standing.version);
	const rivals = versions.filter((one) => normal(one.version) === number);
	const version = rivals.find((one) => one.digest === digest || one.blob === standing.blob);
	if (version === undefined) return { status: 'draft', why: ['its text is not here'] };
	const completion = approvals?.completions.get(contentKey(version));
	return version.complete && version.owns !== 'no' && version.endedBy !== 'withdrawn signature'
		? completeStatus(version, input, completion)
		: openStatus(version, rivals, input, approvals);
}

function completeStatus(
	version: Version,
	{ on, policy }: StateInput,
	completion: Completion | undefined,
): Derived {
	const { start, end, endedBy } = version;
	if (version.owns === 'contested')
		return {
			status: 'draft',
			why: [
				`not evaluated: two texts called ${version.version} ${completion === undefined ? 'came in' : 'were complete by'} one commit`,
			],
		};
	const by = completion === undefined ? ['library without approvals'] : signedBy(completion, policy);
	if (end !== undefined && end <= on && endedBy === 'withdrawal')
		return {
			status: 'withdrawn',
			why: [`withdrawn on ${dayOf(end, policy)}`, ...(start === undefined ? ['never in force'] : [])],
		};
	if (start === undefined && endedBy === undefined)
		return { status: 'draft', why: [`not evaluated: its effective day ${version.effective} does not exist`] };
	if (end !== undefined && end <= on) {
		const superseded = endWords(version, policy.zone) ?? '';
		return {
			status: 'superseded',
			why: neverInForce(version) ? [superseded, 'never in force'] : [superseded],
		};
	}
	if (start === undefined)
		return {
			status: 'approved',
			why: [`withdrawn from ${dayOf(end ?? 0, policy)} on, before it could begin`, ...by],
		};
	const from = `in force from ${dayOf(start, policy)}`;
	return start <= on
		? { status: 'effective', why: [from, ...by] }
		: { status: 'approved', why: [`${from} on`, ...by] };
}

function openStatus(
	version: Version,
	rivals: readonly Version[],
	{ policy }: StateInput,
	approvals: DocumentApprovals | undefined,
): Derived {
	const completion = approvals?.completions.get(contentKey(version));
	const open = completion === undefined ? [] : whatIsOpen(completion);
	const owner = rivals.find(({ owns }) => owns === 'yes');
	if (version.owns === 'no') {
		const number = version.version;
		const owned =
			owner === undefined
				? `version ${number} was first used for another text`
				: `version ${number} is the text ${owner.endedBy === undefined && approvals !== undefined ? 'approved' : 'of'} ${dayOf(owner.known, policy)} (${shortDigest(owner.digest)}); this one is another under the same number`;
		return { status: 'suspended', why: [owned] };
	}
	if (version.endedBy === 'withdrawn signature')
		open.unshift(`a signature that it leaned on was withdrawn on ${dayOf(version.end ?? 0, policy)}`);
	const hasSignature = (one: Version) =>
		approvals?.completions
			.get(contentKey(one))
			?.signatures.some(({ cause, withdrawn }) => cause === null && withdrawn === null) ?? false;
	if (hasSignature(version)) return { status: 'in review', why: open };
	const signed = rivals.find((one) => one !== version && hasSignature(one));
	return signed === undefined
		? { status: 'draft', why: open.length > 0 ? open : ['nobody has signed it'] }
		: {
				status: 'suspended',
				why: [
					`what was signed as ${version.version} is another text (${shortDigest(signed.digest)})`,
					...open,
				],
			};
}

/** The first digits of a digest, as people tell versions apart: `9f0c1a2b3c4d`. */
export function shortDigest(digest: string | undefined): string {
	return digest === undefined ? 'not here' : digest.replace(/^sha256:/, '').slice(0, 12);
}
