/** Whether a time from one day to another (YYYY-MM-DD, both included, either left open) holds a day. */
export function coversDay(from: string | undefined, until: string | undefined, day: string): boolean {
	return (from === undefined || from <= day) && (until === undefined || day <= until);
}
