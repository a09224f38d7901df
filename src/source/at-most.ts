import type { ReadingProblem } from './yaml-reading.ts';

/** The first problems, and of the next one how many more there are: nobody mends thousands at once. */
export function atMost(problems: readonly ReadingProblem[], most: number): readonly ReadingProblem[] {
	const next = problems[most];
	if (next === undefined) return problems;
	const more = problems.length - most;
	const rest = more === 1 ? 'There is one more place like these' : `There are ${more} more places like these`;
	return [...problems.slice(0, most), { ...next, message: `${rest}, the next one here` }];
}
