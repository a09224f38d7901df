import { distance } from 'fastest-levenshtein';

/**
 * The candidate a mistyped word most likely means: differing in at most about a third of its letters (or in `limit`), case
 * aside; of equals the first. Undefined where none comes near.
 */
export function nearest(
	word: string,
	candidates: Iterable<string>,
	limit: number = Math.max(1, Math.round(word.length / 3)),
): string | undefined {
	let best: string | undefined;
	let least = limit + 1;
	for (const candidate of candidates) {
		const away = distance(word.toLowerCase(), candidate.toLowerCase());
		if (away < least) [best, least] = [candidate, away];
	}
	return best;
}
