/** Making one takes far longer than using it; there are as many as zones that libraries name. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timezone: string): Intl.DateTimeFormat {
	const known = formats.get(timezone);
	if (known !== undefined) return known;
	const format = new Intl.DateTimeFormat('en-CA', {
		timeZone: timezone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	});
	formats.set(timezone, format);
	return format;
}

/** The day an instant falls on in a zone (IANA name, UTC where none is said), YYYY-MM-DD. */
export function dayIn(instant: Date, timezone: string | undefined): string {
	if (timezone === undefined || timezone === 'UTC') return dayInUtc(instant);
	try {
		return formatFor(timezone).format(instant);
	} catch {
		// `config/invalid-value` reports a zone that does not exist.
		return instant.toISOString().slice(0, 10);
	}
}

/** Days in UTC by their number since 1970: the same few years are asked for hundreds of thousands of times. */
const days = new Map<number, string>();
const mostDays = 10_000;

function dayInUtc(instant: Date): string {
	const number = Math.floor(instant.getTime() / 86_400_000);
	const known = days.get(number);
	if (known !== undefined) return known;
	const day = instant.toISOString().slice(0, 10);
	if (days.size < mostDays) days.set(number, day);
	return day;
}
