import type { Severity } from '../diagnostics/severity.ts';
import type { Config } from '../model/documents.generated.ts';
import { inPreset, optionsInPreset, type Preset } from './presets.ts';
import type { Rule } from './rule.ts';
import { fitsType } from './rule-option.ts';

/** How one rule is to be run on one file. */
export interface RuleSetting {
	readonly severity: Severity | 'off';
	/** Whether the severity was chosen, by name or by the strict preset, and so holds for every problem of the rule. */
	readonly chosen: boolean;
	/** Values of the rule's options, defaults filled in. */
	readonly options: Readonly<Record<string, unknown>>;
	/** Where the severity comes from, for `sop config --print`. */
	readonly from: string;
}

/** Settings of every rule for one file. */
export type FileSettings = ReadonlyMap<string, RuleSetting>;

/** One layer of settings: a config, an override of it, or the command line. */
export interface SettingsLayer {
	readonly from: string;
	readonly preset?: Preset | undefined;
	readonly rules?: Config['rules'];
}

/**
 * Lays the layers over one another, the last one winning rule by rule. A preset replaces what stood below it.
 * Rules that cannot be silenced keep at least their own severity, except in the `minimal` preset's selection.
 */
export function settingsFrom(rules: readonly Rule[], layers: readonly SettingsLayer[]): FileSettings {
	const settings = new Map<string, RuleSetting>();
	applyPreset(settings, rules, 'recommended', 'preset recommended');
	for (const layer of layers) {
		if (layer.preset) applyPreset(settings, rules, layer.preset, `${layer.from}: preset ${layer.preset}`);
		for (const rule of rules) {
			const said = layer.rules?.[rule.name];
			const before = settings.get(rule.name);
			if (said === undefined || before === undefined) continue;
			const { severity, options } =
				typeof said === 'string' ? { severity: severityOf(said), options: {} } : split(said);
			settings.set(rule.name, {
				severity:
					severity === 'off' && rule.silenceable === false ? before.severity : (severity ?? before.severity),
				chosen: severity === undefined ? before.chosen : true,
				options: { ...before.options, ...usable(rule, options) },
				from: layer.from,
			});
		}
	}
	return settings;
}

function applyPreset(
	settings: Map<string, RuleSetting>,
	rules: readonly Rule[],
	preset: Preset,
	from: string,
): void {
	for (const rule of rules) {
		const before = settings.get(rule.name)?.options ?? defaultsOf(rule);
		const options = { ...before, ...optionsInPreset(preset, rule) };
		settings.set(rule.name, { severity: inPreset(preset, rule), chosen: preset === 'strict', options, from });
	}
}

function defaultsOf(rule: Rule): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
	);
}

/** Options that the rule has, with values of their types; `config/invalid-value` reports the others. */
function usable(rule: Rule, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(options).filter(([name, value]) => {
			const option = Object.hasOwn(rule.options ?? {}, name) ? rule.options?.[name] : undefined;
			return option !== undefined && fitsType(option, value);
		}),
	);
}

type Said = Exclude<NonNullable<Config['rules']>[string], string>;

function split(said: Said): { severity: Severity | 'off' | undefined; options: Record<string, unknown> } {
	const { severity, ...options } = said;
	return { severity: severityOf(severity), options };
}

/** A severity as the config writes it; undefined for what is none (`config/invalid-value` reports it). */
function severityOf(written: unknown): Severity | 'off' | undefined {
	return written === 'error' || written === 'warning' || written === 'off' ? written : undefined;
}
