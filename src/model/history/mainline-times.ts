/** The times of a mainline, position by position. */
export interface MainlineTimes {
	/** Seconds since 1970-01-01 UTC; they never run backwards. */
	readonly times: Float64Array;
	/** 1 where a commit's own date was kept, else 0. */
	readonly kept: Uint8Array;
}

/**
 * Works out the times of a mainline from committer dates, oldest commit first. Dates are kept that lie not after `now`
 * (seconds) and make up the longest run that never goes backwards; of several such runs the one that keeps the earlier
 * commit where they first differ. The time of a commit is the latest date among it and those before it, where a date
 * later than the next kept one counts as that one: so a commit dated ahead takes the time of the next that can be
 * believed, one dated back that of the last, and neither is a way to have been known earlier.
 */
export function mainlineTimes(dates: readonly number[], now: number): MainlineTimes {
	const kept = longestRun(dates, now);
	const times = new Float64Array(dates.length);
	// After the last date that was kept nothing bounds what a commit says, but it is known no earlier than it says.
	let next = Number.POSITIVE_INFINITY;
	for (let index = dates.length - 1; index >= 0; index--) {
		const date = dates[index] ?? 0;
		if (kept[index] === 1) next = date;
		times[index] = Math.min(date, next);
	}
	for (let index = 1; index < times.length; index++)
		times[index] = Math.max(times[index] ?? 0, times[index - 1] ?? 0);
	return { times, kept };
}

/** By the method of patience, from the newest commit to the oldest: O(n log n). */
function longestRun(dates: readonly number[], now: number): Uint8Array {
	/** How long the longest run is that begins with a commit; 0 for one dated ahead of now. */
	const lengths = new Uint32Array(dates.length);
	/** The latest date that a run of each length, from 1 on, can begin with: never later for a longer one. */
	const beginnings: number[] = [];
	for (let index = dates.length - 1; index >= 0; index--) {
		const date = dates[index] ?? 0;
		if (date > now) continue;
		let [low, high] = [0, beginnings.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((beginnings[middle] ?? 0) >= date) low = middle + 1;
			else high = middle;
		}
		// Where a run of that length was known, it began earlier.
		beginnings[low] = date;
		lengths[index] = low + 1;
	}
	const kept = new Uint8Array(dates.length);
	let wanted = beginnings.length;
	let last = Number.NEGATIVE_INFINITY;
	for (const [index, date] of dates.entries()) {
		if (wanted === 0 || lengths[index] !== wanted || date < last) continue;
		kept[index] = 1;
		last = date;
		wanted--;
	}
	return kept;
}
