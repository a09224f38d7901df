import { type CoverageStatus, isCovered } from './coverage-status.ts';

/** How many activities that are done here an SOP in force covers. */
export interface Share {
	readonly covered: number;
	/** Activities that are not set aside. */
	readonly done: number;
	readonly setAside: number;
	/** Of `done`: those of which it cannot be told. They count as not covered. */
	readonly notEvaluated: number;
	/** Whole percent, rounded down, so that it never says more than there is; null where nothing is done here. */
	readonly percent: number | null;
}

/** The share over some activities. */
export function shareOf(rows: readonly { readonly status: CoverageStatus }[]): Share {
	const done = rows.filter(({ status }) => status !== 'set aside');
	const covered = done.filter(({ status }) => isCovered(status)).length;
	return {
		covered,
		done: done.length,
		setAside: rows.length - done.length,
		notEvaluated: done.filter(({ status }) => status === 'not evaluated').length,
		percent: done.length === 0 ? null : Math.floor((covered * 100) / done.length),
	};
}

/** `31 of 42 (73%)`. */
export function shareWords({ covered, done, percent }: Pick<Share, 'covered' | 'done' | 'percent'>): string {
	return percent === null ? 'nothing is done here' : `${covered} of ${done} (${percent}%)`;
}

/** How many activities more must be covered to reach a percentage (0 to 100, six decimals); 0 where it is reached. */
export function missingTo({ covered, done }: Pick<Share, 'covered' | 'done'>, percent: number): number {
	// In millionths of a percent, so that 79.6 of 1000 is 796 and not a little more.
	const needed = Math.ceil((Math.round(percent * 1_000_000) * done) / 100_000_000);
	return Math.max(0, needed - covered);
}
