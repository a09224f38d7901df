import type { Rule } from '../../../lint/rule.ts';
import type { RuleDescription } from '../../../report/reporter.ts';

/** What reports tell of rules, by name. */
export function describeRules(rules: readonly Rule[]): ReadonlyMap<string, RuleDescription> {
	return new Map(
		rules.map(({ name, summary, why, remedy, severity, fix }) => [
			name,
			{ name, summary, why, remedy, severity, fixSafety: fix?.safety ?? null },
		]),
	);
}
