import type { Commit } from './commit.ts';

/** How far the time of a mainline commit can be trusted: `disordered` where dates run backwards or lie after the head's. */
export type TimeLevel = 'mainline-clock' | 'disordered';

/** A commit of the mainline, with its mainline time. */
export interface MainlineCommit {
	readonly id: string;
	/** Seconds since 1970-01-01 UTC. */
	readonly time: number;
	readonly level: TimeLevel;
}

/**
 * The first-parent chain of a head, oldest first: what the branch itself showed, moment by moment. It begins where a
 * commit has no parent, or where history is cut off.
 */
export function mainlineChain<C extends Pick<Commit, 'id' | 'parents'>>(
	commits: ReadonlyMap<string, C>,
	head: string,
): readonly C[] {
	const chain: C[] = [];
	for (let here = commits.get(head); here !== undefined; here = commits.get(here.parents[0] ?? ''))
		chain.push(here);
	return chain.reverse();
}

/** The commits of a mainline, oldest first. */
export interface Mainline {
	readonly length: number;
	/** The commit at a position; undefined where there is none, which is before the first, too. */
	at(position: number): MainlineCommit | undefined;
}

/** What a mainline is made from, oldest first. */
export interface MainlineDates {
	readonly length: number;
	idAt(position: number): string;
	/** Committer dates, in seconds. */
	dates(): readonly number[];
}

/**
 * The mainline of a chain: each commit with its time, which is the latest date among it and those before it, leaving out
 * dates after the head's, so that one clock in the year 2099 poisons nothing. A commit whose own date was left out
 * takes the time of the next whose was not, never of one before: else a future date were a way to back-date. Of tens of
 * thousands of commits few are looked at, so only their times are worked out beforehand, when the first one is.
 */
export function mainlineOf(from: MainlineDates, length = from.length): Mainline {
	let times: Float64Array | undefined;
	return {
		length,
		at(position) {
			if (position < 0 || position >= length) return undefined;
			times ??= mainlineTimes(from.dates(), length);
			const time = times[position] ?? 0;
			const isOwn = time === from.dates()[position];
			return { id: from.idAt(position), time, level: isOwn ? 'mainline-clock' : 'disordered' };
		},
	};
}

function mainlineTimes(dates: readonly number[], length: number): Float64Array {
	const last = dates[length - 1] ?? 0;
	const times = new Float64Array(length);
	let latest = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < length; index++) {
		const at = dates[index] ?? last;
		if (at <= last && at > latest) latest = at;
		times[index] = at > last ? Number.NaN : latest;
	}
	// The head's date is never after itself, so there always is a next one.
	let next = last;
	for (let index = length - 1; index >= 0; index--) {
		const own = times[index] ?? Number.NaN;
		if (Number.isNaN(own)) times[index] = next;
		else next = own;
	}
	return times;
}

/** The last commit of the mainline by mainline time at an instant (seconds); -1 before the first. */
export function positionAt(mainline: Mainline, instant: number): number {
	let [low, high] = [0, mainline.length];
	// Mainline times never run backwards.
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((mainline.at(middle)?.time ?? 0) <= instant) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/**
 * For each commit the position of the mainline commit that brought it: its own where it is one of them. Commits that
 * the mainline never took up are not in the answer.
 */
export function broughtBy<C extends Pick<Commit, 'id' | 'parents'>>(
	commits: ReadonlyMap<string, C>,
	chain: readonly C[],
): ReadonlyMap<string, number> {
	const positions = new Map<string, number>();
	for (const [position, commit] of chain.entries()) {
		positions.set(commit.id, position);
		const open = commit.parents.slice(1);
		for (let id = open.pop(); id !== undefined; id = open.pop()) {
			if (positions.has(id)) continue;
			const found = commits.get(id);
			if (found === undefined) continue;
			positions.set(id, position);
			open.push(...found.parents);
		}
	}
	return positions;
}
