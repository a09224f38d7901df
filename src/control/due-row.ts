/** What falls due. */
export type DueKind = 'review' | 'training' | 'exception' | 'corrective action' | 'checklist';

/** Something that falls due on a day. */
export interface DueRow {
	/** YYYY-MM-DD. */
	readonly due: string;
	readonly when: 'due' | 'overdue';
	readonly what: DueKind;
	readonly id: string;
	readonly title: string | null;
	readonly owner: string | null;
	/** Which exception, how many people, which run: in a few words; null where there is nothing to add. */
	readonly detail: string | null;
	/** How it follows, as a sentence without a full stop. */
	readonly why: string;
	/** Who has to be trained: one in a row of their own, all of them in a summary. */
	readonly people?: readonly string[];
	/** Later days on which the same falls due. */
	readonly later?: readonly string[];
	/** What tells it from all others, whenever it is asked about; a part of it for each part of its name. */
	readonly key: readonly string[];
}

/** The stretch of days that is asked about. */
export interface DueDays {
	readonly today: string;
	/** How far to look ahead. */
	readonly last: string;
}
