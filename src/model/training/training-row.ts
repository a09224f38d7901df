import type { KnownRecord } from '../record/known-record.ts';
import type { DocumentTraining, TrainingNeed } from './document-training.ts';

/**
 * How somebody stands to one thing that section 12 asks: `trained`; `due` by a day that has not gone by; `expired`, as it
 * must be repeated and was not; `untrained`, though it was asked by a day that has gone by; or `not evaluated`.
 */
export type TrainingStatus = 'trained' | 'due' | 'expired' | 'untrained' | 'not evaluated';

/** A version that people must be trained on: one in force, or one that will be. */
export interface TrainedVersion {
	readonly document: string;
	readonly title: string | undefined;
	readonly version: string;
	readonly digest: string;
	/**
	 * The day from which on people must have learnt it, YYYY-MM-DD: that on which it came into force, or on which the
	 * oldest version did whose trainings still count. Undefined where that was before the commits that are here.
	 */
	readonly since: string | undefined;
	/** Whether it is yet to come into force. */
	readonly isUpcoming: boolean;
	readonly training: DocumentTraining;
	/** Digests of earlier versions whose trainings count for this one. */
	readonly carriedOver: ReadonlySet<string>;
}

/** A record of a training, and the days it stands for. */
export interface TrainingProof {
	readonly record: KnownRecord<'training'>;
	/** The day of the training: as claimed, where the mainline did not show it earlier. */
	readonly day: string;
	/** The last day it is good for; undefined where once is enough. */
	readonly until: string | undefined;
}

/** What one person must have learnt of one version in one role, and how that stands. */
export interface TrainingRow {
	/** Null where that cannot be told, or nobody holds the role. */
	readonly person: string | null;
	readonly role: string | null;
	readonly version: Pick<TrainedVersion, 'document' | 'title' | 'version' | 'digest' | 'isUpcoming'>;
	readonly need: TrainingNeed | null;
	readonly status: TrainingStatus;
	/** Of a gap: the day by which. Of a training: the last day it is good for. Null where there is none, or none is known. */
	readonly by: string | null;
	/** Last day of an absence that covers the day asked about, `open` where none is known; null where they are here. */
	readonly absent: string | null;
	readonly proof: TrainingProof | null;
	/** How it follows, as a sentence without a full stop. */
	readonly why: string;
}

/** Whether nobody can say today that the person has learnt it. */
export function isGap({ status }: Pick<TrainingRow, 'status'>): boolean {
	return status !== 'trained' && status !== 'due';
}
