import { RRuleTemporal } from 'rrule-temporal';
import { addDuration, dayNumber, dayText } from '../calendar-day.ts';
import { parseDuration } from '../duration.ts';
import { checkRule } from './check-rule.ts';
import { splitRule } from './rule-parts.ts';

/** A time that a schedule names, and the day by which its run must be finished. */
export interface ScheduledRun {
	/** YYYY-MM-DD. */
	readonly day: string;
	readonly due: string;
}

/** What a schedule is, and the days that are asked about. */
export interface ScheduleInput {
	/** RFC 5545, without `RRULE:`. */
	readonly rule: string;
	/** The time for a run, as a duration; undefined where it must be finished on its day. */
	readonly due: string | undefined;
	/** The day on which the schedule begins. */
	readonly start: string;
	/** The first and the last day on which a run may be due. */
	readonly from: string;
	readonly until: string;
	readonly isWorkingDay: (day: string) => boolean;
}

/** The runs of a schedule that fall due in a stretch of days, oldest first; or why they cannot be told, as a clause. */
export function scheduledRuns(input: ScheduleInput): readonly ScheduledRun[] | string {
	const { rule, due, start, from, until, isWorkingDay } = input;
	const problem = checkRule(rule);
	if (problem !== undefined) return `its schedule is not sound: ${problem.message}`;
	const frequency = splitRule(rule).parts.find(({ name }) => name === 'FREQ')?.value ?? '';
	if (!['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'].includes(frequency))
		return 'it is executed several times a day, so no day is one that it falls due on';
	const duration = due === undefined ? undefined : parseDuration(due);
	const dueOf = (day: string) => (duration === undefined ? day : addDuration(day, duration, isWorkingDay));
	// What is due in the stretch may have begun before it, earlier by what the run may take and the holidays in it.
	const first = dayNumber(from) ?? 0;
	const takes = (dayNumber(dueOf(from) ?? from) ?? first) - first;
	const days = daysOf(rule, start, dayText(Math.max(first - takes - slack, dayNumber(start) ?? 0)), until);
	if (typeof days === 'string') return days;
	return days
		.map((day) => ({ day, due: dueOf(day) ?? '' }))
		.filter((run) => run.due >= from && run.due <= until);
}

/** More days than any row of holidays has. */
const slack = 31;

function daysOf(rule: string, start: string, from: string, until: string): readonly string[] | string {
	const schedule = new RRuleTemporal({
		rruleString: `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}\nRRULE:${rule.toUpperCase()}`,
		strict: true,
		maxIterations: mostPeriods,
	});
	try {
		const found = schedule.between(new Date(`${from}T00:00:00Z`), new Date(`${until}T23:59:59Z`), true);
		return [...new Set(found.map((moment) => moment.toString().slice(0, 10)))];
	} catch {
		return 'its schedule names too few days to find one';
	}
}

/** Every day of a hundred years. */
const mostPeriods = 36_600;
