import { governingAt, inForceAt, type Timeline, timelineOf } from '../model/history/timeline.ts';
import type { PathState } from '../model/history/trail.ts';
import type { Version } from '../model/history/version.ts';
import { type DocumentApprovals, documentApprovals } from './approval/document-approvals.ts';
import type { JudgedReview } from './judged-review.ts';
import { adoptedAt } from './policy.ts';
import { type Status, standingStatus } from './standing-status.ts';
import type { StateInput } from './state-input.ts';
import { whyUnseen } from './why-unseen.ts';

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

/** Derives the state of one document at a moment. */
export function documentState(input: StateInput): Omit<DocumentState, 'reviews'> {
	const { on } = input;
	const { approvals, timeline } = derived(input);
	const notEvaluated = whyUnseen(input, timeline);
	const inForce = notEvaluated === null ? inForceAt(timeline, on) : undefined;
	const standing = timeline.standing[0];
	const { status, why } = standingStatus(input, timeline, approvals, notEvaluated);
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
		governing: (instant) => governingAt(before, instant),
	});
	return { approvals, timeline: timelineBy(approvals) };
}
