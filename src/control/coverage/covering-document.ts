import type { Status } from '../standing-status.ts';

/** Whether somebody answers for a document: holds the role that owns it, or is the person who does. */
export type OwnerHeld = 'held' | 'nobody' | 'not evaluated';

/** A document that says it covers activities, as far as coverage asks. */
export interface CoveringDocument {
	readonly id: string;
	readonly kind: 'sop' | 'checklist';
	readonly title: string | null;
	/** As written in the text in force; where none is, in the one that stands. */
	readonly owner: string | null;
	readonly ownerHeld: OwnerHeld;
	/** The version in force; null where none is, or where that cannot be told. */
	readonly inForce: string | null;
	/** How many words the text in force still waits for: its placeholders. */
	readonly placeholders: number;
	/** Why it cannot be told what is in force; null where it can. */
	readonly notEvaluated: string | null;
	/** The version that stands, and how. */
	readonly standing: string | null;
	readonly status: Status;
	/** Activities that the text in force covers; where none is, those of the text that stands. */
	readonly covers: readonly string[];
	/** YYYY-MM-DD; null where no review falls due. */
	readonly nextReview: string | null;
	/** Whether the reader may be told nothing of it but that it is there. */
	readonly isWithheld: boolean;
}
