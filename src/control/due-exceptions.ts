import type { KnownRecord } from '../model/record/known-record.ts';
import type { DueDays, DueRow } from './due-row.ts';
import { standingExceptions } from './standing-exceptions.ts';

/** What is known of exceptions at a moment. */
export interface ExceptionsInput extends DueDays {
	readonly records: readonly KnownRecord<'exceptions'>[];
	/** The id of the library: a record of another is void here. */
	readonly library: string | undefined;
	/** The instant asked about, in seconds: what the mainline showed later did not count yet. */
	readonly on: number;
	readonly namesOf: (document: string) => Pick<DueRow, 'title' | 'owner'>;
}

/**
 * Exceptions that end, and corrective actions that nobody has called done. A record that takes the place of another
 * says what holds now; an exception that is over is due no more.
 */
export function dueExceptions({
	records,
	library,
	on,
	today,
	last,
	namesOf,
}: ExceptionsInput): readonly DueRow[] {
	const known = records.filter(({ known: at }) => at <= on);
	return standingExceptions(known, library).flatMap(({ file, value }): readonly DueRow[] => {
		const { document = '', exception = '', until, reason, corrective_action: action } = value;
		const common = { id: document, ...namesOf(document) };
		const ends =
			until === undefined || until < today || until > last
				? []
				: [
						{
							...common,
							due: until,
							when: 'due' as const,
							what: 'exception' as const,
							detail: exception,
							why: `it ends; ${reason}`,
							key: [file, 'ends'],
						},
					];
		const day = action?.done === undefined ? action?.due : undefined;
		const acts =
			action === undefined || day === undefined || day > last
				? []
				: [
						{
							...common,
							due: day,
							when: day < today ? ('overdue' as const) : ('due' as const),
							what: 'corrective action' as const,
							owner: action.owner ?? common.owner,
							detail: exception,
							why: action.do ?? '',
							key: [file, 'action'],
						},
					];
		return [...ends, ...acts];
	});
}
