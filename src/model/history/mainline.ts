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
 * The time of each commit of a chain, oldest first: the latest committer date among it and those before it, leaving out
 * dates after the head's, so that one clock in the year 2099 poisons nothing. A commit whose own date was left out
 * takes the time of the next whose was not, never of one before: else a future date were a way to back-date.
 */
export function mainlineTimes(
	chain: readonly { readonly id: string; readonly at: number }[],
): readonly MainlineCommit[] {
	const last = chain.at(-1)?.at ?? 0;
	let latest = Number.NEGATIVE_INFINITY;
	const times = chain.map(({ at }) => {
		if (at > last) return undefined;
		latest = Math.max(latest, at);
		return latest;
	});
	// The head's date is never after itself, so there always is a next one.
	let next = last;
	const settled = times.map(() => 0);
	for (let index = times.length - 1; index >= 0; index--) {
		next = times[index] ?? next;
		settled[index] = next;
	}
	return chain.map(({ id, at }, index) => {
		const time = settled[index] ?? at;
		return { id, time, level: time === at ? 'mainline-clock' : 'disordered' };
	});
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
