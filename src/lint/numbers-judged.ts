import type { CannotEvaluate } from '../diagnostics/problem.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import { dayAt } from '../model/zone.ts';
import type { HistorySubject, PastDocument } from './history-subject.ts';

/** Documents whose numbers can be held against the past, as they stand in the files that are judged. */
export interface NumbersJudged {
	readonly documents: readonly (PastDocument & { readonly here: DocumentSummary })[];
	/** The day of an instant in seconds, in the zone of the library. */
	readonly dayOf: (instant: number) => string;
}

/** What rules about version numbers look at; not evaluated where nobody can tell which versions are complete. */
export function numbersJudged({
	history,
	isReported,
	library,
}: HistorySubject): NumbersJudged | CannotEvaluate {
	if (history.partial !== null) return { notEvaluated: history.partial };
	if (history.unseenRecords !== null) return { notEvaluated: history.unseenRecords };
	const dayOf = (instant: number) => dayAt(instant, history.zone);
	// Before it is adopted the repository is no record: texts may change as they like.
	if (history.adopted !== undefined && library.today < history.adopted) return { documents: [], dayOf };
	const documents = history.documents.flatMap((past) =>
		past.here !== undefined && isReported(past.here.file) && !isAnother(past, past.here)
			? [{ ...past, here: past.here }]
			: [],
	);
	return { documents, dayOf };
}

/** Whether the id belonged to another document that is gone: document/id-reused says so, and its numbers are not this one's. */
function isAnother({ titles }: PastDocument, here: DocumentSummary): boolean {
	const before = titles.at(-1);
	return before !== undefined && before !== here.title;
}
