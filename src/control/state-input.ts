import type { TimelineInput } from '../model/history/timeline-input.ts';
import type { ApprovalsInput } from './approval/document-approvals.ts';
import type { Policy } from './policy.ts';

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
