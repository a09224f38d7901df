import { valueAt } from '../diagnostics/path.ts';
import { readingRules } from './beside-broken-parts.ts';
import type { RuleProblem } from './rule-problem.ts';

/** `<what to write>` and nothing else. */
const wholePlaceholder = /^\s*<\p{L}(?:[\p{L} ]*\p{L})?>\s*$/u;

/**
 * Problems less those at a value that is wholly a placeholder: that its words are missing is the defect, and
 * `document/placeholder` says so. What stands in for an id or a role names nothing yet. Where the schema wants another
 * form, such as a length of time, it alone says so: it knows what is to be written there.
 */
export function besidePlaceholders(found: readonly RuleProblem[], value: unknown): readonly RuleProblem[] {
	return found.filter(({ rule, problem: { place } }) => {
		if (rule.name === 'document/placeholder' || readingRules.has(rule.name)) return true;
		if (!('path' in place) || place.part === 'key') return true;
		const written = valueAt(value, place.path);
		return typeof written !== 'string' || !wholePlaceholder.test(written);
	});
}
