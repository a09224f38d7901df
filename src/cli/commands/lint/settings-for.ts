import type { OpenLibrary } from '../../../library/open-library.ts';
import { overrideMatcher } from '../../../library/override-matcher.ts';
import type { Preset } from '../../../lint/presets.ts';
import type { Rule } from '../../../lint/rule.ts';
import { type FileSettings, type SettingsLayer, settingsFrom } from '../../../lint/settings.ts';

/** The configs that a library is judged by. */
type JudgingConfig = Pick<OpenLibrary, 'config' | 'configLayers' | 'policy'>;

/** Settings of any file of a library; files that the same overrides speak for share one set. */
export function settingsReader(
	library: JudgingConfig,
	rules: readonly Rule[],
	preset: string | undefined,
): (file: string) => FileSettings {
	const matching = overrideMatcher(library.config);
	const known = new Map<string, FileSettings>();
	return (file) => {
		const overrides = matching(file);
		const key = overrides.join();
		const settings = known.get(key) ?? settingsFrom(rules, layersOf(library, overrides, preset));
		known.set(key, settings);
		return settings;
	};
}

/** The layers that make up the settings of a file, lowest first. */
export function layersOf(
	library: JudgingConfig,
	overrides: readonly number[],
	preset: string | undefined,
): readonly SettingsLayer[] {
	const layers: SettingsLayer[] = (library.policy?.layers ?? library.configLayers).map(
		({ file, config }) => ({
			from: file,
			preset: config.preset,
			rules: config.rules,
		}),
	);
	for (const index of overrides) {
		const override = library.config.overrides?.[index];
		if (override)
			layers.push({ from: `overrides ${index + 1}`, preset: override.preset, rules: override.rules });
	}
	// Commander has checked that the word is one of the presets.
	if (preset !== undefined) layers.push({ from: '--preset', preset: preset as Preset });
	return layers;
}
