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

/**
 * The commits of a chain, oldest first, by their ids and committer dates (seconds), each with its time: the latest date among it and those before it, leaving out
 * dates after the head's, so that one clock in the year 2099 poisons nothing. A commit whose own date was left out
 * takes the time of the next whose was not, never of one before: else a future date were a way to back-date.
 */
export function mainlineTimes(ids: readonly string[], dates: readonly number[]): readonly MainlineCommit[] {
	const last = dates.at(-1) ?? 0;
	const times = new Float64Array(dates.length);
	let latest = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < dates.length; index++) {
		const at = dates[index] ?? last;
		if (at <= last && at > latest) latest = at;
		times[index] = at > last ? Number.NaN : latest;
	}
	// The head's date is never after itself, so there always is a next one.
	let next = last;
	const chain = new Array<MainlineCommit>(dates.length);
	for (let index = dates.length - 1; index >= 0; index--) {
		const own = times[index] ?? Number.NaN;
		if (!Number.isNaN(own)) next = own;
		chain[index] = {
			id: ids[index] ?? '',
			time: next,
			level: next === dates[index] ? 'mainline-clock' : 'disordered',
		};
	}
	return chain;
}

/** The last commit of the mainline by mainline time at an instant (seconds); -1 before the first. */
export function positionAt(mainline: readonly MainlineCommit[], instant: number): number {
	let [low, high] = [0, mainline.length];
	// Mainline times never run backwards.
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((mainline[middle]?.time ?? 0) <= instant) low = middle + 1;
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
