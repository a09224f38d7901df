import { CommandError } from '../../../diagnostics/command-error.ts';
import { dayNumber, dayText } from '../../../model/calendar-day.ts';
import type { CommandContext } from '../../command-context.ts';

/** The days in which runs are looked for, both included: YYYY-MM-DD. */
export interface CoveragePeriod {
	readonly from: string;
	readonly to: string;
}

/** Reads `--from` and `--to`; else the year up to a day. */
export function coveragePeriod(context: CommandContext, today: string): CoveragePeriod {
	const to = dayOf(context, 'to') ?? today;
	const from = dayOf(context, 'from') ?? yearBefore(to);
	if (from > to) {
		throw new CommandError(`The period ends before it begins: --from ${from} --to ${to}`, {
			help: `Turn them round: --from ${to} --to ${from}`,
		});
	}
	return { from, to };
}

function dayOf(context: CommandContext, flag: 'from' | 'to'): string | undefined {
	const written = context.text(flag);
	if (written !== undefined && dayNumber(written) === undefined)
		throw new CommandError(`--${flag} takes a day such as 2026-03-31, not ${JSON.stringify(written)}`);
	return written;
}

/** The day after the same day a year earlier, so that the two ends make one year. */
function yearBefore(day: string): string {
	const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
	// A year before 29 February is 28 February.
	const before = dayNumber(`${year}${day.slice(4)}`) ?? dayNumber(`${year}-02-28`) ?? 0;
	return dayText(before + 1);
}
