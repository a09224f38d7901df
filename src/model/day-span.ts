/** A stretch of days, both ends included; open where an end is left out. */
export interface DaySpan {
	/** YYYY-MM-DD. */
	readonly from?: string | undefined;
	readonly until?: string | undefined;
}

/** Whether a day (YYYY-MM-DD) lies in a stretch. */
export function covers({ from, until }: DaySpan, day: string): boolean {
	return (from === undefined || from <= day) && (until === undefined || day <= until);
}
