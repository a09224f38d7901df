/** The day an instant falls on in a zone (IANA name, UTC where none is said), YYYY-MM-DD. */
export function dayIn(instant: Date, timezone: string | undefined): string {
	if (timezone === undefined || timezone === 'UTC') return instant.toISOString().slice(0, 10);
	try {
		const parts = new Intl.DateTimeFormat('en-CA', {
			timeZone: timezone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		});
		return parts.format(instant);
	} catch {
		// `config/invalid-value` reports a zone that does not exist.
		return instant.toISOString().slice(0, 10);
	}
}
