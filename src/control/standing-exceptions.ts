import type { ExceptionRecord } from '../model/documents.generated.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import type { JudgedException } from './judged-exception.ts';
import { mayCount } from './may-count.ts';

/** The records of exceptions that somebody allowed who may, and those of which that cannot be told. */
export function allowedExceptions(judged: readonly JudgedException[]): readonly KnownRecord<'exceptions'>[] {
	return judged.flatMap((one) => (mayCount(one) ? [one.record] : []));
}

/** The exceptions of a library that no other record has taken the place of; a record of another library is void here. */
export function standingExceptions(
	records: readonly KnownRecord<'exceptions'>[],
	library: string | undefined,
): readonly KnownRecord<'exceptions'>[] {
	const ours = records.filter(({ value }) => value.library === library);
	const replaced = new Set(ours.map(({ value }) => value.replaces));
	return ours.filter(({ file }) => !replaced.has(file));
}

/** Whether an exception is over on a day (YYYY-MM-DD) and what was agreed with it is late; not where nothing was agreed. */
export function isExpired({ until, corrective_action: action }: ExceptionRecord, day: string): boolean {
	if (until === undefined || until >= day || action === undefined) return false;
	return action.done === undefined && (action.due ?? until) < day;
}
