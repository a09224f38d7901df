import type { OpenLibrary } from '../../../library/open-library.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { FileSettings, RuleSetting } from '../../../lint/settings.ts';
import type { Config } from '../../../model/documents.generated.ts';

/** One setting that holds for a file. */
export interface ConfigRow {
	/** A key of the config, or the name of a rule. */
	readonly setting: string;
	readonly value: unknown;
	/** Options of a rule; null for a key of the config, and where a rule has none. */
	readonly options: Readonly<Record<string, unknown>> | null;
	/** The config file, override, preset or default that says so. */
	readonly from: string;
	/** Whether it is what holds where no config says anything. */
	readonly isDefault: boolean;
}

/** Keys that are no settings of their own: what they say shows in the settings of the rules. */
const notSettings: ReadonlySet<string> = new Set(['format', 'extends', 'rules', 'overrides', 'preset']);

/** The keys of the merged config, each with the last file that sets it. */
export function configKeyRows(library: OpenLibrary): readonly ConfigRow[] {
	return Object.entries(library.config)
		.filter(([key]) => !notSettings.has(key))
		.map(([key, value]) => ({
			setting: key,
			value,
			options: null,
			from: lastLayerWith(library, key as keyof Config),
			isDefault: false,
		}));
}

/** The setting of each rule for one file. */
export function ruleRows(rules: readonly Rule[], settings: FileSettings): readonly ConfigRow[] {
	return rules.flatMap((rule) => {
		const setting = settings.get(rule.name);
		if (setting === undefined) return [];
		const { severity, options, from } = setting;
		const isDefault = isOwn(rule, setting);
		return [{ setting: rule.name, value: severity, options: noneAsNull(options), from, isDefault }];
	});
}

function lastLayerWith(library: OpenLibrary, key: keyof Config): string {
	return library.configLayers.findLast(({ config }) => config[key] !== undefined)?.file ?? 'default';
}

function isOwn(rule: Rule, { severity, options }: RuleSetting): boolean {
	const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]);
	const differs = defaults.some(
		([name, value]) => JSON.stringify(options[String(name)]) !== JSON.stringify(value),
	);
	return severity === rule.severity && !differs;
}

function noneAsNull(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
	return Object.keys(options).length === 0 ? null : options;
}
