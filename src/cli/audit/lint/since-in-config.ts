import { asConfig } from '../../../lint/check-config.ts';
import type { Config } from '../../../model/documents.generated.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import type { BroughtChange } from '../policy/change-authors.ts';
import type { CommitTree } from './commit-tree.ts';
import { pathInRepository } from './path-in-repository.ts';
import { factsOfTexts, type ShownText, shownTexts, sinceWhen } from './shown-texts.ts';
import type { SettingPlace } from './turned-down.ts';

interface ConfigTexts {
	readonly shown: readonly ShownText[];
	readonly configs: ReadonlyMap<string, Config>;
}

/** Tells since when the text of a config has said what it says at a place; each config is read once. */
export function sinceInConfig(
	record: OpenRecord,
	{ library }: CommitTree,
): (place: SettingPlace) => Promise<BroughtChange | null> {
	const texts = new Map<string, Promise<ConfigTexts>>();
	return async ({ file, path }) => {
		const now = library.configLayers.find((layer) => layer.file === file)?.config;
		if (now === undefined) return null;
		const known = texts.get(file) ?? configTexts(record, pathInRepository(library.root, file));
		texts.set(file, known);
		const { shown, configs } = await known;
		return sinceWhen(shown, (blob) => {
			const config = configs.get(blob);
			return config === undefined ? undefined : saysTheSame(config, now, path);
		});
	};
}

async function configTexts(record: OpenRecord, file: string): Promise<ConfigTexts> {
	const shown = await shownTexts(record, file, null);
	// By its kind, whatever the name of one that is extended.
	const configs = await factsOfTexts(record, 'sop.config.yaml', shown, ({ checked }) => asConfig(checked));
	return { shown, configs };
}

/** Whether a config says at a place what another says there; an override is known by the files it names. */
function saysTheSame(config: Config, now: Config, path: SettingPlace['path']): boolean {
	const [first, index, ...rest] = path;
	if (first !== 'overrides') return sameAt(config, now, path);
	const override = now.overrides?.[Number(index)];
	return (config.overrides ?? []).some(
		(one) =>
			JSON.stringify(one.files) === JSON.stringify(override?.files) && sameAt(one, override ?? {}, rest),
	);
}

function sameAt(a: object, b: object, path: SettingPlace['path']): boolean {
	return JSON.stringify(valueAt(a, path)) === JSON.stringify(valueAt(b, path));
}

function valueAt(value: unknown, path: SettingPlace['path']): unknown {
	return path.reduce<unknown>(
		(here, step) =>
			typeof here === 'object' && here !== null && Object.hasOwn(here, step)
				? Reflect.get(here, step)
				: undefined,
		value,
	);
}
