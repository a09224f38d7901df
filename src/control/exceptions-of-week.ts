import { dayNumber, dayText } from '../model/calendar-day.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import { dayAt } from '../model/zone.ts';
import { standingExceptions } from './standing-exceptions.ts';

/** What is known of exceptions on a day. */
export interface WeekInput {
	readonly records: readonly KnownRecord<'exceptions'>[];
	/** The id of the library: a record of another is void here. */
	readonly library: string | undefined;
	/** The instant asked about, in seconds: what the mainline showed later is not known yet. */
	readonly on: number;
	readonly zone: string;
}

/** The days of the week that is asked about: the seven that are over, and the seven to come. */
export interface Week {
	/** YYYY-MM-DD. */
	readonly from: string;
	readonly today: string;
	readonly until: string;
}

/** The exceptions that a week's meeting looks at; one may stand in several places. */
export interface ExceptionsOfWeek {
	/** Known since the first day of the week. */
	readonly allowed: readonly KnownRecord<'exceptions'>[];
	/** In force, and over by the last day. */
	readonly ending: readonly KnownRecord<'exceptions'>[];
	/** Their corrective action is not done, and due by the last day; without a day of its own it is due when they end. */
	readonly actions: readonly { readonly record: KnownRecord<'exceptions'>; readonly due: string }[];
	/** Nobody has agreed what is done so that it does not happen again. */
	readonly withoutAction: readonly KnownRecord<'exceptions'>[];
}

/** The week around a day. */
export function weekAround(today: string): Week {
	const day = dayNumber(today) ?? 0;
	return { from: dayText(day - 6), today, until: dayText(day + 7) };
}

/** Sorts the exceptions of a library into what a week's meeting looks at; one that another took the place of is left out. */
export function exceptionsOfWeek({ records, library, on, zone }: WeekInput, week: Week): ExceptionsOfWeek {
	const standing = standingExceptions(
		records.filter(({ known }) => known <= on),
		library,
	);
	return {
		allowed: standing.filter(({ known }) => dayAt(known, zone) >= week.from),
		ending: standing.filter(
			({ value: { until } }) => until !== undefined && until >= week.today && until <= week.until,
		),
		actions: standing
			.flatMap((record) => {
				const { corrective_action: action, until } = record.value;
				const due = action?.due ?? until;
				return action === undefined || action.done !== undefined || due === undefined || due > week.until
					? []
					: [{ record, due }];
			})
			.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
		withoutAction: standing.filter(({ value }) => value.corrective_action === undefined),
	};
}
