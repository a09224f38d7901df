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
	/** What of records, registers or configs is not here, with when the mainline first showed it, in seconds. */
	readonly unseenControl?: { readonly since: number; readonly cause: string } | undefined;
	/** What its approvals are judged by; undefined in a library that never asked for any and withdrew nothing. */
	readonly approvals: Omit<ApprovalsInput, 'entries'> | undefined;
	/** When the record begins: mainline time of the first commit with a document, in seconds; undefined where none is. */
	readonly begin: number | undefined;
}

/** Derives the state of one document at a moment. */
export function documentState(input: StateInput): Omit<DocumentState, 'reviews'> {
	const { on } = input;
	const { approvals, timeline } = derived(input);
	const notEvaluated = unseen(input, timeline);
	const inForce = notEvaluated === null ? inForceAt(timeline, on) : undefined;
	const standing = timeline.standing[0];
	const { status, why } = statusOf(input, timeline, approvals, notEvaluated);
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
		status,
		why: [...why, ...twice],
		approvals,
	};
}

/** The approvals and the timeline of a document. Who may retire it depends on what is in force without that. */
function derived(input: StateInput): Pick<DocumentState, 'approvals' | 'timeline'> {
	const { policy, entries } = input;
	const timelineBy = (approvals: DocumentApprovals | undefined) =>
		timelineOf({
			...input,
			zone: policy.zone,
			adoptedAt: adoptedAt(policy),
			completed: approvals?.completed,
			withdrawals: approvals?.withdrawals,
		});
	if (input.approvals === undefined) return { approvals: undefined, timeline: timelineBy(undefined) };
	const { withdrawals } = input.approvals;
	const others = withdrawals.filter(({ value }) => value.withdraws !== 'document');
	if (others.length === withdrawals.length) {
		const approvals = documentApprovals({ ...input.approvals, entries });
		return { approvals, timeline: timelineBy(approvals) };
	}
	const before = timelineBy(documentApprovals({ ...input.approvals, entries, withdrawals: others }));
	const approvals = documentApprovals({
		...input.approvals,
		entries,
		governing: (instant) =>
			inForceAt(before, instant) ??
			before.versions.findLast(({ complete, owns, known }) => complete && owns === 'yes' && known <= instant),
	});
	return { approvals, timeline: timelineBy(approvals) };
}

function unseen(input: StateInput, timeline: Timeline): string | null {
	const { policy, on, partial, unseenUntil, begin, cutOff, mainline, unseenControl } = input;
	if (policy.unknownZone !== undefined) return `there is no time zone ${policy.unknownZone}`;
	if (unseenControl !== undefined && on >= unseenControl.since) return unseenControl.cause;
	// A signature can be judged only by what stood before it, and a record that was removed counts all the same.
	if (input.approvals !== undefined && cutOff)
		return `${partial ?? 'history cut off'}: who could sign, and what was withdrawn, before its first commit cannot be seen`;
	if (input.approvals !== undefined && unseenUntil !== undefined)
		return `${partial ?? 'texts are missing'}: what a version needs may be said by a text that is not here`;
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
function statusOf(
	input: StateInput,
	timeline: Timeline,
	approvals: DocumentApprovals | undefined,
	notEvaluated: string | null,
): Derived {
	const { digestOf, on, policy, unseenUntil, cutOff } = input;
	const { versions, stood } = timeline;
	const standing = timeline.standing[0];
	// How a text stands by its signatures is no better known than what is in force.
	if (approvals !== undefined && notEvaluated !== null && (cutOff || isUnseen(input)))
		return { status: 'draft', why: [`not evaluated: ${notEvaluated}`] };
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
	const isLost = version.endedBy === 'withdrawn signature' && (version.end ?? on) <= on;
	return version.complete && version.owns !== 'no' && !isLost
		? completeStatus(version, input, completion)
		: openStatus(version, rivals, input, approvals);
}

function isUnseen({ unseenControl, unseenUntil, on }: StateInput): boolean {
	return unseenUntil !== undefined || (unseenControl !== undefined && on >= unseenControl.since);
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
	if (version.complete && version.endedBy === 'withdrawn signature')
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
