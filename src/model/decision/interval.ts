/**
 * A cut between values: just before a value, or just after it. With cuts instead of open and closed bounds
 * every interval runs from one cut up to the next, and touching intervals simply share a cut.
 */
export interface Cut {
	readonly at: number;
	readonly after: boolean;
}

/** The values between two cuts. */
export interface Interval {
	readonly from: Cut;
	readonly to: Cut;
}

const lowest: Cut = { at: Number.NEGATIVE_INFINITY, after: false };
const highest: Cut = { at: Number.POSITIVE_INFINITY, after: false };

/** Every number. */
export const wholeLine: Interval = { from: lowest, to: highest };

/** Negative where `a` lies left of `b`, 0 where they are the same cut. */
export function compareCuts(a: Cut, b: Cut): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	return Number(a.after) - Number(b.after);
}

/** Whether no value lies between the cuts; two neighbouring doubles without their bounds hold none either. */
export function isVoid({ from, to }: Interval): boolean {
	if (compareCuts(from, to) >= 0) return true;
	if (!from.after || to.after || !Number.isFinite(from.at) || !Number.isFinite(to.at)) return false;
	const middle = from.at / 2 + to.at / 2; // Halves first: the sum of two large numbers may be infinite.
	return middle <= from.at || middle >= to.at;
}

/** Whether a number lies between the cuts. */
export function intervalHolds({ from, to }: Interval, value: number): boolean {
	const leftOk = from.after ? value > from.at : value >= from.at;
	return leftOk && (to.after ? value <= to.at : value < to.at);
}

/** Sorted, without void or touching intervals. */
export function uniteIntervals(a: readonly Interval[], b: readonly Interval[] = []): Interval[] {
	const sorted = [...a, ...b].filter((interval) => !isVoid(interval));
	sorted.sort((x, y) => compareCuts(x.from, y.from));
	const united: Interval[] = [];
	for (const next of sorted) {
		const last = united.at(-1);
		if (last === undefined || compareCuts(next.from, last.to) > 0) united.push(next);
		else if (compareCuts(next.to, last.to) > 0) united[united.length - 1] = { from: last.from, to: next.to };
	}
	return united;
}

/** What lies in both; both sorted and without overlaps of their own. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
	const shared: Interval[] = [];
	let i = 0;
	let j = 0;
	for (;;) {
		const x = a[i];
		const y = b[j];
		if (x === undefined || y === undefined) return shared;
		const from = compareCuts(x.from, y.from) > 0 ? x.from : y.from;
		const firstEndsFirst = compareCuts(x.to, y.to) <= 0;
		const piece = { from, to: firstEndsFirst ? x.to : y.to };
		if (!isVoid(piece)) shared.push(piece);
		if (firstEndsFirst) i++;
		else j++;
	}
}

/** What lies in `a` and not in `b`. */
export function subtractIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
	const between: Interval[] = [];
	let start = lowest;
	for (const { from, to } of b) {
		between.push({ from: start, to: from });
		start = to;
	}
	between.push({ from: start, to: highest });
	return intersectIntervals(
		a,
		between.filter((interval) => !isVoid(interval)),
	);
}

/** Whether both hold the same numbers. */
export function sameIntervals(a: readonly Interval[], b: readonly Interval[]): boolean {
	return (
		a.length === b.length &&
		a.every((x, index) => {
			const y = b[index];
			return y !== undefined && compareCuts(x.from, y.from) === 0 && compareCuts(x.to, y.to) === 0;
		})
	);
}
