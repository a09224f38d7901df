import type { Severity } from '../../../diagnostics/severity.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { overrideMatcher } from '../../../library/override-matcher.ts';
import type { RuleSetting } from '../../../lint/settings.ts';
import { LineIndex } from '../../../source/line-index.ts';
import { Locator } from '../../../source/locator.ts';

/** Where a config says how a rule weighs on a file. */
export interface SettingPlace {
	readonly by: 'config' | 'preset';
	readonly file: string;
	readonly path: readonly (string | number)[];
}

/** Whether a setting would show a finding of a severity as less than that, or not at all. */
export function isTurnedDown(setting: RuleSetting | undefined, severity: Severity): boolean {
	if (setting === undefined) return false;
	if (setting.severity === 'off') return true;
	return setting.chosen && setting.severity === 'warning' && severity === 'error';
}

/** The last of the statements of a config about a rule and a file: by its severity, or by its parameters. */
export function placeOfSetting(
	library: Pick<OpenLibrary, 'config' | 'configLayers'>,
	file: string,
	rule: string,
	about: 'severity' | 'parameters',
): SettingPlace | undefined {
	const places: SettingPlace[] = [];
	const look = (from: string, said: Said, path: readonly (string | number)[]) => {
		if (said.preset !== undefined) places.push({ by: 'preset', file: from, path: [...path, 'preset'] });
		const setting = said.rules?.[rule];
		const isStated =
			about === 'severity'
				? typeof setting === 'string' || setting?.severity !== undefined
				: typeof setting === 'object';
		if (isStated) places.push({ by: 'config', file: from, path: [...path, 'rules', rule] });
	};
	for (const { file: from, config } of library.configLayers) look(from, config, []);
	const owned = library.configLayers.flatMap(({ file: from, config }) =>
		(config.overrides ?? []).map((_, index) => ({ from, index })),
	);
	for (const index of overrideMatcher(library.config)(file)) {
		const [owner, override] = [owned[index], library.config.overrides?.[index]];
		if (owner !== undefined && override !== undefined) look(owner.from, override, ['overrides', owner.index]);
	}
	return places.findLast(({ by }) => about === 'severity' || by === 'config') ?? places.at(-1);
}

type Said = Pick<OpenLibrary['config'], 'preset' | 'rules'>;

/** The line on which a place of a text stands, from 1. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
	return new LineIndex(text).range(new Locator(text).rangeOf({ path: [...path] })).start.line;
}
