import { CommandError } from '../../../diagnostics/command-error.ts';
import { dayNumber } from '../../../model/calendar-day.ts';
import { whyNoSuchDay } from '../../../model/why-no-such-day.ts';
import type { CommandContext } from '../../command-context.ts';

/**
 * The first day in force that `--effective` names; undefined where it was not given. A usage error for a day that has
 * passed, or that lies before the day of the version it follows.
 */
export function effectiveDay(
	context: CommandContext,
	today: string,
	value: unknown,
	version: string,
): string | undefined {
	const day = context.text('effective');
	if (day === undefined) return undefined;
	if (dayNumber(day) === undefined)
		throw new CommandError(`--effective takes a day such as 2026-03-15, not ${JSON.stringify(day)}`, {
			help: /^\d{4}-\d{2}-\d{2}$/.test(day) ? whyNoSuchDay(day) : 'Year, month and day, with hyphens.',
		});
	if (day < today)
		throw new CommandError(`A version that is opened on ${today} cannot be in force since ${day}`, {
			help: 'Name today or a later day, or leave --effective out.',
		});
	const before = statedDay(value);
	if (before !== undefined && day < before)
		throw new CommandError(
			`Version ${version} takes effect on ${before}: the next cannot on ${day}, before it`,
			{
				help: `Name ${before} or a later day, or leave --effective out.`,
			},
		);
	return day;
}

/** The first day in force that a content states; undefined where it states none. */
export function statedDay(value: unknown): string | undefined {
	const day: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'effective') : undefined;
	return typeof day === 'string' ? day : undefined;
}
