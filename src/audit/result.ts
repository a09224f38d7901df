/** What a check gives. What could not be seen is never shown as good: it is `not evaluated`, with its cause. */
export type Result = 'holds' | 'does not hold' | 'not evaluated';

/** The result over several: one failure fails all, and one that could not be seen keeps all from holding. */
export function resultOf(results: readonly Result[]): Result {
	if (results.includes('does not hold')) return 'does not hold';
	return results.length === 0 || results.includes('not evaluated') ? 'not evaluated' : 'holds';
}
