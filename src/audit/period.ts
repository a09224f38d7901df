/** The days that a packet is about, in the zone of the library. */
export interface Period {
	/** First and last day, YYYY-MM-DD. */
	readonly from: string;
	readonly to: string;
	/** First and last instant, in seconds since 1970-01-01 UTC. */
	readonly start: number;
	readonly end: number;
	/** IANA name. */
	readonly zone: string;
}

/** Whether an instant (seconds) lies in the period. */
export function isIn({ start, end }: Period, instant: number): boolean {
	return instant >= start && instant <= end;
}

/** Whether what begins and ends so (seconds, the end excluded; undefined where it has not ended) was there at any time of the period. */
export function overlaps(period: Period, start: number, end: number | undefined): boolean {
	return start <= period.end && (end === undefined || end > period.start);
}
