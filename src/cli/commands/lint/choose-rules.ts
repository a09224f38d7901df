import { CommandError } from '../../../diagnostics/command-error.ts';
import { familyOf } from '../../../lint/presets.ts';
import type { Rule } from '../../../lint/rule.ts';
import { rules } from '../../../lint/rules.generated.ts';
import { nearest } from '../../../model/nearest.ts';

/** The rules that `--rule` names, by name or by family; all of them where it is not given. */
export function chooseRules(names: readonly string[]): readonly Rule[] {
	if (names.length === 0) return rules;
	const families = new Set(rules.map((rule) => familyOf(rule.name)));
	for (const name of names) {
		if (families.has(name) || rules.some((rule) => rule.name === name)) continue;
		const near = nearest(name, [...rules.map((rule) => rule.name), ...families]);
		throw new CommandError(`There is no rule "${name}"`, {
			help:
				near === undefined ? 'sop rules lists them all.' : `Did you mean ${near}? sop rules lists them all.`,
		});
	}
	return rules.filter((rule) => names.includes(rule.name) || names.includes(familyOf(rule.name)));
}
