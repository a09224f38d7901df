/** A line that both texts have, or that went (`-`) or came (`+`). */
export interface EditedLine {
	readonly sign: ' ' | '-' | '+';
	readonly text: string;
}

/** So many lines that differ are not lined up with one another: all of one text went, and all of the other came. */
const mostEdits = 1000;

/** The fewest lines that have to go and come to make one list of another (Myers, "An O(ND) Difference Algorithm", 1986). */
export function editedLines(before: readonly string[], after: readonly string[]): readonly EditedLine[] {
	let first = 0;
	while (first < before.length && first < after.length && before[first] === after[first]) first++;
	let last = 0;
	while (
		last < before.length - first &&
		last < after.length - first &&
		before[before.length - 1 - last] === after[after.length - 1 - last]
	)
		last++;
	return [
		...before.slice(0, first).map(kept),
		...between(before.slice(first, before.length - last), after.slice(first, after.length - last)),
		...before.slice(before.length - last).map(kept),
	];
}

function between(before: readonly string[], after: readonly string[]): readonly EditedLine[] {
	const steps = stepsBetween(before, after);
	if (steps === undefined) return [...before.map(gone), ...after.map(came)];
	let [x, y] = [before.length, after.length];
	const backwards: EditedLine[] = [];
	for (let edits = steps.length - 1; edits >= 0; edits--) {
		const furthest = steps[edits] ?? new Map<number, number>();
		const diagonal = x - y;
		const isDown = comesFirst(furthest, diagonal, edits);
		const from = isDown ? diagonal + 1 : diagonal - 1;
		const start = edits === 0 ? 0 : (furthest.get(from) ?? 0);
		const startY = start - from;
		while (x > Math.max(start, 0) && y > Math.max(startY, 0) && before[x - 1] === after[y - 1]) {
			backwards.push(kept(before[x - 1] ?? ''));
			x--;
			y--;
		}
		if (edits === 0) break;
		if (isDown) backwards.push(came(after[--y] ?? ''));
		else backwards.push(gone(before[--x] ?? ''));
	}
	return backwards.reverse();
}

/** How far each diagonal was reached before each number of edits; undefined where there are too many. */
function stepsBetween(
	before: readonly string[],
	after: readonly string[],
): readonly ReadonlyMap<number, number>[] | undefined {
	let furthest = new Map([[1, 0]]);
	const steps: ReadonlyMap<number, number>[] = [];
	for (let edits = 0; edits <= Math.min(before.length + after.length, mostEdits); edits++) {
		steps.push(furthest);
		const next = new Map<number, number>();
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			let x = comesFirst(furthest, diagonal, edits)
				? (furthest.get(diagonal + 1) ?? 0)
				: (furthest.get(diagonal - 1) ?? 0) + 1;
			while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
			next.set(diagonal, x);
			if (x >= before.length && x - diagonal >= after.length) return steps;
		}
		furthest = next;
	}
	return undefined;
}

/** Whether the way to a diagonal is a line that came, and not one that went. */
function comesFirst(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
	if (diagonal === -edits) return true;
	return diagonal !== edits && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function kept(text: string): EditedLine {
	return { sign: ' ', text };
}

function gone(text: string): EditedLine {
	return { sign: '-', text };
}

function came(text: string): EditedLine {
	return { sign: '+', text };
}
