import { valueAt } from '../diagnostics/path.ts';
import type { RuleProblem } from './rule-problem.ts';

/** `<what to write>` and nothing else. */
const wholePlaceholder = /^\s*<\p{L}(?:[\p{L} ]*\p{L})?>\s*$/u;

/**
 * Problems less those at a value that is wholly a placeholder: that its words are missing is the defect, and
 * `document/placeholder` says so. What stands in for an id or a role names nothing yet.
 */
export function besidePlaceholders(found: readonly RuleProblem[], value: unknown): readonly RuleProblem[] {
	return found.filter(({ rule, problem: { place } }) => {
		if (rule.name === 'document/placeholder' || !('path' in place) || place.part === 'key') return true;
		const written = valueAt(value, place.path);
		return typeof written !== 'string' || !wholePlaceholder.test(written);
	});
}
