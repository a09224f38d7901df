import type { Problem } from '../diagnostics/problem.ts';
import type { Rule } from './rule.ts';
import type { RuleSetting } from './settings.ts';

/** A problem with the rule that saw it and the setting it ran under. */
export interface RuleProblem {
	readonly rule: Rule;
	readonly setting: RuleSetting;
	readonly problem: Problem;
}
