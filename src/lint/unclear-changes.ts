import type { Problem } from '../diagnostics/problem.ts';
import type { Config } from '../model/documents.generated.ts';
import { several } from '../model/several.ts';
import type { ConfigChange } from './loosenings.ts';

/** Settings that changed, of which nobody can tell whether they ask for more or for less: as warnings. */
export function* unclearChanges({ before, now, mainline }: ConfigChange): Generator<Problem> {
	const options = (config: Config) =>
		Object.entries(config.rules ?? {}).flatMap(([name, said]) =>
			typeof said === 'object' && said !== null
				? Object.entries(said).flatMap(([key, value]) =>
						key === 'severity' ? [] : [[`${name} ${key}`, ['rules', name, key], value] as const],
					)
				: [],
		);
	const single = (config: Config) =>
		[
			['ids.pattern', ['ids', 'pattern'], config.ids?.pattern],
			['defaults.retention', ['defaults', 'retention'], config.defaults?.retention],
			['defaults.review', ['defaults', 'review'], config.defaults?.review],
			['timezone', ['timezone'], config.timezone],
		] as const;
	const settings = (config: Config) => [...options(config), ...single(config)];
	const old = new Map(settings(before).map(([name, path, value]) => [name, { path, value }]));
	const said = new Map(settings(now).map(([name, path, value]) => [name, { path, value }]));
	for (const name of new Set([...said.keys(), ...old.keys()])) {
		const [to, from] = [said.get(name)?.value, old.get(name)?.value];
		if (JSON.stringify(to) === JSON.stringify(from)) continue;
		const words = (value: unknown) =>
			value === undefined ? 'nothing of it' : several(value as string | readonly string[]).join(', ');
		yield {
			place: { path: said.get(name)?.path ?? old.get(name)?.path ?? [] },
			severity: 'warning',
			message:
				to === undefined
					? `${name} is not set, where ${mainline} says ${words(from)}: it may ask for less`
					: `${name} is ${words(to)}, where ${mainline} says ${words(from)}: it may ask for less`,
		};
	}
}
