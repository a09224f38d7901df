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
	/** When the record begins: mainline time of the first commit with a document, in seconds; undefined where none is. */
	readonly begin: number | undefined;
}

/** Derives the state of one document at a moment, in a library without approvals. */
export function documentState(input: StateInput): DocumentState {
	const { policy, on } = input;
	const timeline = timelineOf({ ...input, zone: policy.zone, adoptedAt: adoptedAt(policy) });
	const notEvaluated = unseen(input, timeline);
	const inForce = notEvaluated === null ? inForceAt(timeline, on) : undefined;
	const standing = timeline.standing[0];
	const derived = statusOf(input, timeline, standing);
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
	};
}

function unseen(
	{ policy, on, partial, unseenUntil, begin, cutOff, mainline }: StateInput,
	timeline: Timeline,
): string | null {
	if (policy.approvals === 'needed') return 'this version of sop does not evaluate approvals';
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
	if (cutOff && on < (mainline.at(-1)?.time ?? on))
		return `${partial ?? 'history cut off'}: only today can be answered`;
	return null;
}

function statusOf(
	{ digestOf, on, policy, unseenUntil }: StateInput,
	{ versions, stood }: Timeline,
	standing: PathState | undefined,
): { readonly status: Status; readonly why: readonly string[] } {
	if (standing === undefined && stood && unseenUntil !== undefined)
		return { status: 'draft', why: ['not evaluated: what stands of it may be a text that is not here'] };
	if (standing === undefined)
		return stood
			? { status: 'missing', why: ['its id stood on the mainline, and no file bears it now'] }
			: { status: 'draft', why: ['it never stood on the mainline'] };
	if (policy.approvals === 'needed')
		return { status: 'draft', why: ['not evaluated: this version of sop does not evaluate approvals'] };
	const digest = digestOf(standing.blob);
	if (digest === null) return { status: 'draft', why: ['its text cannot be read: sop lint shows where'] };
	if (standing.version === undefined) return { status: 'draft', why: ['it states no version'] };
	const number = normal(standing.version);
	const version = versions.find(
		(one) => normal(one.version) === number && (one.digest === digest || one.blob === standing.blob),
	);
	if (version === undefined) return { status: 'draft', why: ['its text is not here'] };
	const owner = versions.find((one) => normal(one.version) === number && one.owns === 'yes');
	if (version.owns === 'no')
		return {
			status: 'suspended',
			why: [
				owner === undefined
					? `version ${version.version} was first used for another text`
					: `version ${version.version} is the text of ${dayAt(owner.known, policy.zone)} (${shortDigest(owner.digest)}); this one is another under the same number`,
			],
		};
	if (version.owns === 'contested')
		return {
			status: 'draft',
			why: [`not evaluated: two texts called ${version.version} came in one commit`],
		};
	if (version.start === undefined)
		return { status: 'draft', why: [`not evaluated: its effective day ${version.effective} does not exist`] };
	const from = `from ${dayAt(version.start, policy.zone)}`;
	const without = 'library without approvals';
	if (version.end !== undefined && version.end <= on) {
		const by = `superseded by ${version.supersededBy} on ${dayAt(version.end, policy.zone)}`;
		return { status: 'superseded', why: neverInForce(version) ? [by, 'never in force'] : [by] };
	}
	return version.start <= on
		? { status: 'effective', why: [`in force ${from}`, without] }
		: { status: 'approved', why: [`in force ${from} on`, without] };
}

/** The first digits of a digest, as people tell versions apart: `9f0c1a2b3c4d`. */
export function shortDigest(digest: string | undefined): string {
	return digest === undefined ? 'not here' : digest.replace(/^sha256:/, '').slice(0, 12);
}
