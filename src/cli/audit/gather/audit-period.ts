import type { Period } from '../../../audit/period.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { dayNumber } from '../../../model/calendar-day.ts';
import { endOfDay, startOfDay } from '../../../model/zone.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';

/** Reads `--from` and `--to`, both days of the zone of the library. */
export function auditPeriod(context: CommandContext, zone: string): Period {
	const from = dayOf(context, 'from');
	const to = dayOf(context, 'to');
	if (from > to) {
		throw new CommandError(`The period ends before it begins: --from ${from} --to ${to}`, {
			help: `Turn them round: --from ${to} --to ${from}`,
		});
	}
	const start = startOfDay(from, zone);
	const end = endOfDay(to, zone);
	if (start === undefined || end === undefined) throw new CommandError(`There is no zone ${inertText(zone)}`);
	return { from, to, start, end, zone };
}

function dayOf(context: CommandContext, flag: 'from' | 'to'): string {
	const written = context.text(flag);
	if (written === undefined) {
		throw new CommandError(`A packet is about a period: --${flag} is missing`, {
			help: 'For the first quarter: --from 2026-01-01 --to 2026-03-31',
		});
	}
	if (dayNumber(written) === undefined) {
		throw new CommandError(`--${flag} takes a day such as 2026-03-31, not ${JSON.stringify(written)}`);
	}
	return written;
}
