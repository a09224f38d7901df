import { CommandError } from '../../diagnostics/command-error.ts';
import { addDuration, isCalendarDay } from '../../model/calendar-day.ts';
import { parseDuration } from '../../model/duration.ts';
import type { CommandContext } from '../command-context.ts';

/** A day that a flag names; a usage error where there is no such day. */
export function dayOfFlag(context: CommandContext, flag: string, example: string): string | undefined {
	const day = context.text(flag);
	if (day !== undefined && !isCalendarDay(day))
		throw new CommandError(`--${flag} takes a day such as ${example}, not ${JSON.stringify(day)}`);
	return day;
}

/** A day that a flag names, or as a time from a first day: "2 weeks". */
export function dayOrTimeOf(context: CommandContext, flag: string, from: string): string | undefined {
	const written = context.text(flag);
	const duration = written === undefined ? undefined : parseDuration(written);
	const day = duration === undefined ? undefined : addDuration(from, duration);
	return day ?? dayOfFlag(context, flag, from);
}

/** The first day on which something holds: today unless `--from` names one to come. What is past nobody knew then. */
export function dayFrom(context: CommandContext, today: string): string {
	const from = dayOfFlag(context, 'from', today) ?? today;
	if (from < today)
		throw new CommandError(`--from ${from} is past: it holds from when it is known, and never reaches back`, {
			help: 'Leave --from out for today, or give a day to come. Say in --reason what happened before.',
		});
	return from;
}
