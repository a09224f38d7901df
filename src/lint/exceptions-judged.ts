import type { KnownRecord } from '../model/record/known-record.ts';
import type { HistorySubject } from './history-subject.ts';

/**
 * The records of exceptions that hold now: of this library, none that another has taken the place of, and none of a
 * retired document, which nobody can follow any more.
 */
export function exceptionsJudged({ history, library }: HistorySubject): readonly KnownRecord<'exceptions'>[] {
	const ours = history.exceptions.filter(({ value }) => value.library === library.config.library);
	const replaced = new Set(ours.map(({ value }) => value.replaces));
	const retired = new Set(
		history.documents.filter(({ state }) => state.status === 'retired').map(({ id }) => id),
	);
	return ours.filter(({ file, value }) => !replaced.has(file) && !retired.has(value.document ?? ''));
}
