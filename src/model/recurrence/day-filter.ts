import type { ScheduleDay } from './every-day.ts';
import { type RulePart, weekdays } from './rule-parts.ts';

type Filter = (day: ScheduleDay) => boolean;

/** Whether a day fits all parts of a sound rule that speak of days (RFC 5545, 3.3.10). */
export function dayFilter(parts: ReadonlyMap<string, RulePart>, frequency: string): Filter {
	const filters: Filter[] = [];
	const add = (name: string, filter: (values: readonly string[]) => Filter) => {
		const value = parts.get(name)?.value;
		if (value !== undefined) filters.push(filter(value.split(',')));
	};
	add('BYMONTH', (values) => isOne(values, ({ month }) => month));
	add('BYMONTHDAY', (values) =>
		counted(
			values,
			({ day }) => day,
			(day) => day.daysInMonth,
		),
	);
	add('BYYEARDAY', (values) =>
		counted(
			values,
			({ yearDay }) => yearDay,
			(day) => day.daysInYear,
		),
	);
	add('BYWEEKNO', (values) =>
		counted(
			values,
			({ weekNumber }) => weekNumber,
			(day) => day.weeksInYear,
		),
	);
	// A numbered weekday counts in the year, unless months are named or the rule is a monthly one.
	const inYear = frequency === 'YEARLY' && !parts.has('BYMONTH');
	add('BYDAY', (values) => onWeekdays(values, inYear));
	return (day) => filters.every((fits) => fits(day));
}

function isOne(values: readonly string[], number: (day: ScheduleDay) => number): Filter {
	const wanted = new Set(values.map(Number));
	return (day) => wanted.has(number(day));
}

/** Numbers count from the beginning, negative ones from the end. */
function counted(
	values: readonly string[],
	number: (day: ScheduleDay) => number,
	total: (day: ScheduleDay) => number,
): Filter {
	const wanted = new Set(values.map(Number));
	return (day) => wanted.has(number(day)) || wanted.has(number(day) - total(day) - 1);
}

function onWeekdays(values: readonly string[], inYear: boolean): Filter {
	const wanted = values.map((value) => ({
		weekday: weekdays.indexOf(value.slice(-2)),
		nth: Number(value.slice(0, -2)),
	}));
	return (day) => {
		const at = inYear ? day.yearDay : day.day;
		const total = inYear ? day.daysInYear : day.daysInMonth;
		const fromStart = Math.ceil(at / 7);
		const fromEnd = -Math.ceil((total - at + 1) / 7);
		return wanted.some(
			({ weekday, nth }) => weekday === day.weekday && (nth === 0 || nth === fromStart || nth === fromEnd),
		);
	};
}
