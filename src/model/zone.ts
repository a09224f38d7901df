import { Temporal } from 'temporal-polyfill';
import { dayIn } from './day-in.ts';

const second = 1000;

/** The first instant of a day (YYYY-MM-DD) in a zone (IANA name), in seconds since 1970-01-01 UTC; undefined where either does not exist. */
export function startOfDay(day: string, zone: string | undefined): number | undefined {
	try {
		// 00:00, or the first minute after it where a clock is put forward at midnight.
		return Temporal.PlainDate.from(day).toZonedDateTime(zone ?? 'UTC').epochMilliseconds / second;
	} catch {
		return undefined;
	}
}

/** The last instant of a day in a zone, in seconds: a second before the next begins. */
export function endOfDay(day: string, zone: string | undefined): number | undefined {
	try {
		const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
		const start = startOfDay(next, zone);
		return start === undefined ? undefined : start - 1;
	} catch {
		return undefined;
	}
}

/** The day that an instant in seconds falls on in a zone. */
export function dayAt(instant: number, zone: string | undefined): string {
	return dayIn(new Date(instant * second), zone);
}

/**
 * Seconds of an instant as records write it (`2026-01-20T09:30:00Z`); undefined where no clock ever shows it, such as on
 * 30 February.
 */
export function secondsOf(written: string): number | undefined {
	const at = Date.parse(written) / second;
	return Number.isNaN(at) || instantText(at).slice(0, 19) !== written.slice(0, 19) ? undefined : at;
}

/** An instant in seconds as text that ends in `Z`, without fractions. */
export function instantText(instant: number): string {
	return `${new Date(Math.floor(instant) * second).toISOString().slice(0, 19)}Z`;
}
