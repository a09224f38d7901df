import type { Commit } from './commit.ts';
import { type MainlineTimes, mainlineTimes } from './mainline-times.ts';

/** How far the time of a mainline commit can be trusted: `disordered` where its own date does not fit those of the others, or lies ahead. */
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

/** How much of a mainline is known, and when it is looked at. */
export interface MainlineView {
	/**
	 * Seconds since 1970-01-01 UTC: no commit can be newer. Who wants the same answer at any time gives a moment that all
	 * that matters lies before; it, or the date of the newest known commit where that is later, stands for now.
	 */
	readonly now: number | { readonly atLeast: number };
	/** How many of its commits are known; all where left out. */
	readonly length?: number;
}

/**
 * The mainline of a chain: each commit with its time, by `mainlineTimes`. Of tens of thousands of commits few are looked
 * at, so only their times are worked out beforehand, when the first one is.
 */
export function mainlineOf(from: MainlineDates, { now, length = from.length }: MainlineView): Mainline {
	let known: MainlineTimes | undefined;
	return {
		length,
		at(position) {
			if (position < 0 || position >= length) return undefined;
			known ??= timesOf(from.dates().slice(0, length), now);
			return {
				id: from.idAt(position),
				time: known.times[position] ?? 0,
				level: known.kept[position] === 1 ? 'mainline-clock' : 'disordered',
			};
		},
	};
}

function timesOf(dates: readonly number[], now: MainlineView['now']): MainlineTimes {
	return mainlineTimes(dates, typeof now === 'number' ? now : Math.max(now.atLeast, dates.at(-1) ?? 0));
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
