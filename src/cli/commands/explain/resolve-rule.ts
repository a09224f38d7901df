import { familyOf } from '../../../lint/presets.ts';
import type { Rule } from '../../../lint/rule.ts';

/** The name or family that a word means: in any case, and without the family where only one rule has that name. */
export function resolveRule(word: string, rules: readonly Rule[]): string {
	const wanted = word.trim().toLowerCase();
	if (rules.some(({ name }) => name === wanted || familyOf(name) === wanted)) return wanted;
	const named = rules.filter(({ name }) => name.slice(name.indexOf('/') + 1) === wanted);
	const [only] = named;
	return only !== undefined && named.length === 1 ? only.name : word;
}
