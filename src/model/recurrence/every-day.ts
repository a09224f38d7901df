/** A day of the calendar, as far as a recurrence rule looks at it. */
export interface ScheduleDay {
	readonly year: number;
	/** From 1. */
	readonly month: number;
	/** From 1. */
	readonly day: number;
	readonly daysInMonth: number;
	/** From 1. */
	readonly yearDay: number;
	readonly daysInYear: number;
	/** From 0, Monday. */
	readonly weekday: number;
	/** Number of the week in its year: the first is that with four days or more of it (RFC 5545, BYWEEKNO). */
	readonly weekNumber: number;
	readonly weeksInYear: number;
	/** Counts weeks through the years. */
	readonly week: number;
}

const firstYear = 2000;
/** 1 January 2000 was a Saturday. */
const firstWeekday = 5;

/**
 * All days of 28 years, in which each kind of year stands beside each neighbour it can have: a rule that names none of
 * them names none at all. Weeks begin on a weekday from 0, Monday.
 */
export function* everyDay(weekStart: number): Generator<ScheduleDay> {
	let count = 0;
	for (let year = firstYear; year < firstYear + 28; year++) {
		const daysInYear = lengthOfYear(year);
		let yearDay = 0;
		for (let month = 1; month <= 12; month++) {
			const daysInMonth = lengthOfMonth(year, month);
			for (let day = 1; day <= daysInMonth; day++) {
				yearDay++;
				const weekday = (firstWeekday + count) % 7;
				const inWeek = (weekday - weekStart + 7) % 7;
				const week = Math.floor((count + 7 - inWeek) / 7);
				count++;
				// The week belongs to the year of its fourth day.
				const fourth = yearDay - inWeek + 3;
				const weekYear = fourth < 1 ? year - 1 : fourth > daysInYear ? year + 1 : year;
				const inWeekYear =
					weekYear < year ? fourth + lengthOfYear(weekYear) : weekYear > year ? fourth - daysInYear : fourth;
				const weekNumber = Math.ceil(inWeekYear / 7);
				const weeksInYear = weekNumber + Math.floor((lengthOfYear(weekYear) - inWeekYear) / 7);
				yield { year, month, day, daysInMonth, yearDay, daysInYear, weekday, weekNumber, weeksInYear, week };
			}
		}
	}
}

function lengthOfYear(year: number): number {
	return isLeap(year) ? 366 : 365;
}

function lengthOfMonth(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
