import { allowedExceptions, standingExceptions } from '../control/standing-exceptions.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import type { HistorySubject } from './history-subject.ts';
import { mayBeRetired } from './may-be-retired.ts';

/**
 * The records of exceptions that hold now: allowed by who may, of this library, none that another has taken the place of, and none of a
 * retired document, which nobody can follow any more.
 */
export function exceptionsJudged({ history, library }: HistorySubject): readonly KnownRecord<'exceptions'>[] {
	const retired = new Set(history.documents.filter(mayBeRetired).map(({ id }) => id));
	return standingExceptions(allowedExceptions(history.exceptions), library.config.library).filter(
		({ value }) => !retired.has(value.document ?? ''),
	);
}
