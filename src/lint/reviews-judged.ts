import { type NextReview, nextReview } from '../control/next-review.ts';
import type { CannotEvaluate } from '../diagnostics/problem.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { HistorySubject } from './history-subject.ts';

/** A document in force that is reviewed from time to time. */
export interface JudgedReviewDay {
	readonly here: DocumentSummary;
	readonly next: NextReview;
}

/** When the documents that are looked at have to be reviewed next. */
export function* reviewsJudged({
	history,
	isReported,
}: HistorySubject): Generator<JudgedReviewDay | CannotEvaluate> {
	if (history.partial !== null) yield { notEvaluated: history.partial };
	for (const { here, state, timeline, reviewEvery } of history.documents) {
		if (here === undefined || state.inForce === undefined || !isReported(here.file)) continue;
		const every = reviewEvery ?? history.policy.review;
		const next = nextReview(timeline, every, history.zone, state.reviews, history.on);
		if (next !== undefined) yield { here, next };
	}
}
