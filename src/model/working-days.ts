import type { CalendarRegister } from './documents.generated.ts';
import { rows } from './several.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Which days (YYYY-MM-DD) count as business days by a calendar register; Monday to Friday where it does not say. */
export function workingDays(register: CalendarRegister | undefined): (day: string) => boolean {
	const calendar = register?.calendar;
	const named = rows(calendar?.week);
	const week = new Set<string>(named.length > 0 ? named : ['mon', 'tue', 'wed', 'thu', 'fri']);
	const holidays = new Set(rows(calendar?.holidays).map((holiday) => holiday?.day));
	return (day) => week.has(weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '') && !holidays.has(day);
}
