import type { Severity } from '../diagnostics/severity.ts';
import type { Rule } from './rule.ts';

/** Choices of rules, by how much a team asks of itself. */
export const presets = {
	minimal: 'Syntax, schema, ids, and what audits fail on: sections 7, 8, 11 and 14.',
	recommended: 'Every rule at its own severity.',
	strict: 'Every rule on, every warning an error.',
	audit: 'What audit packets use: every rule at its own severity, nothing turned off.',
} as const;

export type Preset = keyof typeof presets;

const minimalFamilies = new Set([
	'config',
	'procedure',
	'decisions',
	'exceptions',
	'change-log',
	'suppression',
]);
const minimalRules = new Set([
	'document/syntax',
	'document/schema',
	'document/unknown-key',
	'document/duplicate-key',
	'document/version-not-text',
	'document/number-not-exact',
	'document/missing-section',
	'document/not-applicable',
	'document/id-format',
	'document/duplicate-id',
]);

/** Options that the `minimal` preset sets: it asks only for the sections that no procedure does without. */
const minimalOptions: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map([
	['document/missing-section', { sections: ['7', '8', '11', '14'] }],
]);

/** The severity a preset gives a rule. */
export function inPreset(preset: Preset, rule: Pick<Rule, 'name' | 'severity'>): Severity | 'off' {
	switch (preset) {
		case 'minimal':
			return minimalRules.has(rule.name) || minimalFamilies.has(familyOf(rule.name)) ? rule.severity : 'off';
		case 'strict':
			return 'error';
		case 'recommended':
		case 'audit':
			return rule.severity;
	}
}

/** The options a preset sets for a rule: those of `minimal`, and in every other preset their defaults again. */
export function optionsInPreset(preset: Preset, rule: Rule): Readonly<Record<string, unknown>> {
	const options = minimalOptions.get(rule.name) ?? {};
	if (preset === 'minimal') return options;
	return Object.fromEntries(Object.keys(options).map((name) => [name, rule.options?.[name]?.default]));
}

/** `decisions` of `decisions/gap`. */
export function familyOf(ruleName: string): string {
	return ruleName.slice(0, ruleName.indexOf('/'));
}
