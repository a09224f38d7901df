import type { Timeline } from '../model/history/timeline.ts';
import { neverInForce, normal, type Version } from '../model/history/version.ts';
import { dayOf, signedBy, whatIsOpen } from './approval/approval-words.ts';
import { contentKey, type DocumentApprovals } from './approval/document-approvals.ts';
import type { Completion } from './approval/judge-version.ts';
import { endWords } from './end-words.ts';
import { shortDigest } from './short-digest.ts';
import type { StateInput } from './state-input.ts';

/**
 * How a text stands. `missing` is a document whose id once stood on the mainline and now stands nowhere; `not evaluated` one
 * of which nobody can tell, as something is not here.
 */
export type Status =
	| 'draft'
	| 'in review'
	| 'approved'
	| 'effective'
	| 'suspended'
	| 'superseded'
	| 'withdrawn'
	| 'retired'
	| 'missing'
	| 'not evaluated';

/** How a text stands, and how that follows: each reason a sentence without a full stop. */
export interface StandingStatus {
	readonly status: Status;
	readonly why: readonly string[];
}

/** When a status is asked for, and by which policy. */
export type StatusMoment = Pick<StateInput, 'on' | 'policy'>;

/** The status of the standing text: the first row of the table that fits. */
export function standingStatus(
	input: StateInput,
	timeline: Timeline,
	approvals: DocumentApprovals | undefined,
	notEvaluated: string | null,
): StandingStatus {
	const { digestOf, on, policy, unseenUntil, cutOff } = input;
	const { versions, stood } = timeline;
	const standing = timeline.standing[0];
	// How a text stands by its signatures is no better known than what is in force.
	if (approvals !== undefined && notEvaluated !== null && (cutOff || isUnseen(input)))
		return { status: 'not evaluated', why: [notEvaluated] };
	const retired = approvals?.withdrawals.find((one) => one.version === undefined && one.at <= on);
	if (retired !== undefined) return { status: 'retired', why: [`retired on ${dayOf(retired.at, policy)}`] };
	if (standing === undefined && stood && unseenUntil !== undefined)
		return { status: 'not evaluated', why: ['what stands of it may be a text that is not here'] };
	if (standing === undefined)
		return stood
			? { status: 'missing', why: ['its id stood on the mainline, and no file bears it now'] }
			: { status: 'draft', why: ['it never stood on the mainline'] };
	const digest = digestOf(standing.blob);
	if (digest === null) return { status: 'draft', why: ['its text cannot be read: sop lint shows where'] };
	if (standing.version === undefined) return { status: 'draft', why: ['it states no version'] };
	const number = normal(standing.version);
	const version = versions.find(
		(one) => normal(one.version) === number && (one.digest === digest || one.blob === standing.blob),
	);
	if (version === undefined) return { status: 'not evaluated', why: ['its text is not here'] };
	return versionStatus(version, timeline, approvals, input);
}

/** The status that the text of one of its versions has, whether it still stands or not. */
export function versionStatus(
	version: Version,
	{ versions }: Timeline,
	approvals: DocumentApprovals | undefined,
	moment: StatusMoment,
): StandingStatus {
	const { on } = moment;
	const rivals = versions.filter((one) => normal(one.version) === normal(version.version));
	const completion = approvals?.completions.get(contentKey(version));
	const isLost = version.endedBy === 'withdrawn signature' && (version.end ?? on) <= on;
	return version.complete && version.owns !== 'no' && !isLost
		? completeStatus(version, moment, completion)
		: openStatus(version, rivals, moment, approvals);
}

function isUnseen({ unseenControl, unseenUntil, on }: StateInput): boolean {
	return unseenUntil !== undefined || (unseenControl !== undefined && on >= unseenControl.since);
}

function completeStatus(
	version: Version,
	{ on, policy }: StatusMoment,
	completion: Completion | undefined,
): StandingStatus {
	const { start, end, endedBy } = version;
	if (version.owns === 'contested')
		return {
			status: 'draft',
			why: [
				`not evaluated: two texts called ${version.version} ${completion === undefined ? 'came in' : 'were complete by'} one commit`,
			],
		};
	const by = whatItLeansOn(completion, policy);
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

/** What makes a version complete: its signatures, or that nobody had to sign when it came. */
function whatItLeansOn(completion: Completion | undefined, policy: StateInput['policy']): readonly string[] {
	if (policy.approvals === 'none') return ['library without approvals'];
	const before = completion?.isNeeded === true ? [] : ['it came before anybody had to approve'];
	return [...before, ...(completion === undefined ? [] : signedBy(completion, policy))];
}

function openStatus(
	version: Version,
	rivals: readonly Version[],
	{ policy }: StatusMoment,
	approvals: DocumentApprovals | undefined,
): StandingStatus {
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
