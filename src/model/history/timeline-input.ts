import type { Mainline } from './mainline.ts';
import type { TrailEntry } from './trail.ts';
import type { Complete, Content, Predecessors, Withdrawal } from './version.ts';

/** What a timeline is made from. */
export interface TimelineInput {
	readonly entries: readonly TrailEntry[];
	/** The digest of a text's content value: null where it has none, as it cannot be read; undefined where nobody has looked yet. */
	readonly digestOf: (blob: string) => string | null | undefined;
	readonly mainline: Mainline;
	/** The last position of the mainline that is known. */
	readonly upTo: number;
	/** IANA name; UTC where none is said. */
	readonly zone: string | undefined;
	/** From when on the repository is the record, in seconds; undefined where it always was. */
	readonly adoptedAt?: number | undefined;
	/** Whether what the first mainline commit holds may have stood before it: history is cut off. */
	readonly cutOff: boolean;
	/** Since when a content is complete; undefined where it is not. Left out: as soon as the mainline shows it. */
	readonly completed?: ((content: Content, before: Predecessors) => Complete | undefined) | undefined;
	readonly withdrawals?: readonly Withdrawal[] | undefined;
}
