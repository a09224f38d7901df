import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { inertText } from './inert-text.ts';

/** Something of a calendar that takes all of one day. */
export interface CalendarDay {
	/** The same for the same thing, whenever the feed is made; letters, digits and `@` alone. */
	readonly uid: string;
	/** YYYY-MM-DD. */
	readonly day: string;
	readonly summary: string;
	readonly description: string;
}

/**
 * An iCalendar feed (RFC 5545) of whole days. `stampedAt`, in seconds, is when what it says was so: nothing in the feed
 * comes from the clock or the computer, so that the same content gives the same bytes.
 */
export function calendarFeed(name: string, stampedAt: number, days: readonly CalendarDay[]): string {
	const stamp = new Date(stampedAt * 1000);
	const calendar = ical({
		name: inertText(name),
		prodId: { company: 'sop-as-code', product: 'sop due', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH,
		events: days.map(({ uid, day, summary, description }) => ({
			id: uid,
			start: new Date(`${day}T00:00:00Z`),
			allDay: true,
			stamp,
			summary: inertWords(summary),
			description: description.split('\n').map(inertWords).join('\n'),
			// Nobody is busy all day because a review falls due.
			transparency: ICalEventTransparency.TRANSPARENT,
		})),
	});
	// Every line ends, the last one too.
	return `${calendar.toString()}\r\n`;
}

/** Some readers look for the ends of components wherever they stand, in the middle of a text too. */
function inertWords(text: string): string {
	return inertText(text).replace(/(BEGIN|END):(?=[A-Z])/gi, '$1\u2236');
}
