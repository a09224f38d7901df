import type { RuleInSet } from '../../../audit/audited-lint.ts';
import { rules } from '../../../lint/rules.generated.ts';

/** All rules with their own severities and parameters, by name: what an audit runs, whatever a config says. */
export function ruleSet(): readonly RuleInSet[] {
	return rules
		.map(({ name, severity, summary, why, remedy, fix, options }) => ({
			name,
			severity,
			summary,
			why,
			remedy,
			fixSafety: fix?.safety ?? null,
			options: Object.fromEntries(Object.entries(options ?? {}).map(([key, one]) => [key, one.default])),
		}))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}
