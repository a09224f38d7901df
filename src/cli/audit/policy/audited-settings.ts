import type { AuditedSetting } from '../../../audit/audited-policy.ts';
import { rules } from '../../../lint/rules.generated.ts';
import { usualClassification } from '../../../model/classification.ts';
import { canonicalText } from '../../../model/digest.ts';
import type { Config } from '../../../model/documents.generated.ts';
import { defaultIdPattern } from '../../../model/id-patterns.ts';

/** What holds where a config says nothing. */
const usual: ReadonlyMap<string, string> = new Map<string, string>([
	['mainline', 'main'],
	['timezone', 'UTC'],
	['preset', 'recommended'],
	['approvals', 'auto'],
	['approval.trust', 'claimed'],
	['ids.pattern', defaultIdPattern],
	['defaults.classification', usualClassification],
	['people.file', 'registers/people.yaml'],
	...rules.flatMap(({ name, severity, options }): [string, string][] => [
		[`rules.${name}`, severity],
		...Object.entries(options ?? {}).map(([key, one]): [string, string] => [
			`rules.${name}.${key}`,
			wordsOf(one.default),
		]),
	]),
]);

/** The settings that differ from what holds where nothing is set, in either of two configs, by their places. */
export function auditedSettings(opening: Config, closing: Config): readonly AuditedSetting[] {
	const [before, after] = [settingsIn(opening), settingsIn(closing)];
	return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((setting): AuditedSetting[] => {
		const known = usual.get(setting) ?? null;
		const [from, to] = [before.get(setting) ?? null, after.get(setting) ?? null];
		const isUsual = [from, to].every((value) => value === null || value === known);
		return isUsual ? [] : [{ setting, usual: known, opening: from, closing: to }];
	});
}

function settingsIn({ format: _, rules: set, overrides, ...config }: Config): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const add = (place: string, value: unknown) => {
		if (value === undefined || value === null) return;
		if (typeof value === 'object' && !Array.isArray(value))
			for (const [key, one] of Object.entries(value)) add(`${place}.${key}`, one);
		else found.set(place, wordsOf(value));
	};
	for (const [key, value] of Object.entries(config)) add(key, value);
	for (const [name, said] of Object.entries(set ?? {})) {
		const { severity, ...options } = typeof said === 'string' ? { severity: said } : said;
		add(`rules.${name}`, severity);
		add(`rules.${name}`, options);
	}
	for (const [index, override] of (overrides ?? []).entries())
		found.set(`overrides.${index + 1}`, canonicalText(override));
	return found;
}

function wordsOf(value: unknown): string {
	return typeof value === 'string' ? value : canonicalText(value);
}
