import type { KnownRecord } from '../model/record/known-record.ts';
import type { HistorySubject } from './history-subject.ts';

/** The records of exceptions that hold now: of this library, and none that another has taken the place of. */
export function exceptionsJudged({ history, library }: HistorySubject): readonly KnownRecord<'exceptions'>[] {
	const ours = history.exceptions.filter(({ value }) => value.library === library.config.library);
	const replaced = new Set(ours.map(({ value }) => value.replaces));
	return ours.filter(({ file }) => !replaced.has(file));
}
