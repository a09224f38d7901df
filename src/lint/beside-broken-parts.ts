import type { Path } from '../diagnostics/path.ts';
import type { ReadingProblem } from '../model/read-document.ts';
import type { RuleProblem } from './rule-problem.ts';

/** Rules that tell what reading found; what they say of a place holds for all that stands there. */
export const readingRules: ReadonlySet<string> = new Set([
	'document/schema',
	'document/unknown-key',
	'config/unknown-key',
	'config/invalid-value',
]);

/**
 * Problems less those of other rules at a place that reading has already found broken, or below it: one defect is one
 * finding, and what has the wrong form cannot be judged.
 */
export function besideBrokenParts(
	found: readonly RuleProblem[],
	reading: readonly ReadingProblem[],
): readonly RuleProblem[] {
	const broken = new Set(
		reading.flatMap(({ rule, place }) =>
			'path' in place && readingRules.has(rule) ? [keyOf(place.path)] : [],
		),
	);
	if (broken.size === 0) return found;
	return found.filter(
		({ rule, problem: { place } }) =>
			readingRules.has(rule.name) || !('path' in place) || !isWithin(place.path, broken),
	);
}

function isWithin(path: Path, broken: ReadonlySet<string>): boolean {
	for (let length = 0; length <= path.length; length++) {
		if (broken.has(keyOf(path.slice(0, length)))) return true;
	}
	return false;
}

/** Tells the index 1 from the key "1". */
function keyOf(path: Path): string {
	return JSON.stringify(path);
}
