import type { DocumentState } from '../../../control/document-state.ts';
import { isOver, type NextReview } from '../../../control/next-review.ts';

/** When a document has to be reviewed next, or why there is no day for it. */
export function nextReviewWords(next: NextReview | undefined, state: DocumentState): string {
	if (next !== undefined) return `${next.day}: ${next.why}`;
	return isOver(state) ? 'nothing of it is in force' : 'no interval is named';
}
