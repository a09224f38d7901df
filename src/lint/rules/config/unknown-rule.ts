import type { Path } from '../../../diagnostics/path.ts';
import { nearest } from '../../../model/nearest.ts';
import { asConfig } from '../../check-config.ts';
import type { FileRule } from '../../rule.ts';

export const unknownRule: FileRule = {
	name: 'config/unknown-rule',
	severity: 'error',
	summary: 'The config sets a rule that does not exist.',
	why: 'The setting does nothing: the rule that was meant runs as if nobody had decided anything about it.',
	remedy: 'Write the name of the rule as `family/problem`; `sop rules` lists them all.',
	points: 'At the name.',
	clauses: [],
	silenceable: false,
	scope: 'file',
	kinds: ['config'],
	examples: {
		bad: '# file: sop.config.yaml\nlibrary: 7f3c9d0e5b1a4c2d\nrules:\n  document/place-holder: error\n',
		good: '# file: sop.config.yaml\nlibrary: 7f3c9d0e5b1a4c2d\nrules:\n  document/placeholder: error\n',
	},
	*check({ checked, library }) {
		const config = asConfig(checked);
		const named: Path[] = Object.keys(config.rules ?? {}).map((name) => ['rules', name]);
		for (const [index, override] of (config.overrides ?? []).entries()) {
			for (const name of Object.keys(override.rules ?? {})) named.push(['overrides', index, 'rules', name]);
		}
		const known = new Set(library.ruleNames);
		for (const path of named) {
			const name = String(path.at(-1));
			if (known.has(name)) continue;
			const near = nearest(name, known) ?? library.ruleNames.find((rule) => rule.startsWith(`${name}/`));
			yield {
				place: { path, part: 'key' },
				message: `There is no rule ${name}`,
				help: `${near === undefined ? 'Write the name of a rule' : `Write ${near}`}; sop rules lists them all.`,
			};
		}
	},
};
