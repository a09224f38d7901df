import { dayNumber, dayText } from './calendar-day.ts';

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** Why a text of the form YYYY-MM-DD is no day, as a sentence: `February 2026 has 28 days.` */
export function whyNoSuchDay(text: string): string {
	const [year = '', month = ''] = text.split('-');
	const name = months[Number(month) - 1];
	if (name === undefined) return 'Months are written 01 to 12, between the year and the day.';
	const first = dayNumber(`${year}-${month}-01`);
	if (first === undefined) return 'Years are written 0001 to 9999.';
	// The 31st day after the first lies in the next month, by as much as this month is short of 31.
	const days = 32 - Number(dayText(first + 31).slice(8));
	return `${name} ${year} has ${days} days.`;
}
