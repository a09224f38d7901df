/**
 * The fewest places of a sequence that must be taken out so that the rest rises: all but a longest increasing
 * subsequence (patience sorting). Of rows in their new order, given by their old places, these are the ones that moved.
 */
export function movedPlaces(sequence: readonly number[]): ReadonlySet<number> {
	// Places at which the best rising run of each length ends, and for each place the one before it in its run.
	const ends: number[] = [];
	const previous: (number | undefined)[] = [];
	for (const [place, value] of sequence.entries()) {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sequence[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
			else high = middle;
		}
		previous.push(ends[low - 1]);
		ends[low] = place;
	}
	const moved = new Set(sequence.keys());
	for (let place = ends.at(-1); place !== undefined; place = previous[place]) moved.delete(place);
	return moved;
}
