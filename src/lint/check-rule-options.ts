import type { Path } from '../diagnostics/path.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { Config } from '../model/documents.generated.ts';
import { nearest } from '../model/nearest.ts';
import { asConfig } from './check-config.ts';
import { optionDefect, type RuleOptions } from './rule-option.ts';

/** Options that a config sets and the rule does not have, and values that an option cannot have. */
export function* checkRuleOptions(checked: unknown, known: RuleOptions): Generator<Problem> {
	const config = asConfig(checked);
	yield* ofRules(config.rules, ['rules'], known);
	for (const [index, override] of (config.overrides ?? []).entries())
		yield* ofRules(override.rules, ['overrides', index, 'rules'], known);
}

function* ofRules(rules: Config['rules'], path: Path, known: RuleOptions): Generator<Problem> {
	for (const [name, said] of Object.entries(rules ?? {})) {
		// What options a rule has that is yet to be built, nobody can say.
		const options = Object.hasOwn(known, name) ? known[name] : undefined;
		if (options === undefined || typeof said !== 'object' || said === null) continue;
		for (const [key, value] of Object.entries(said)) {
			if (key === 'severity') continue;
			const option = Object.hasOwn(options, key) ? options[key] : undefined;
			const place = [...path, name, key];
			if (option === undefined) yield unknownOption(name, key, place, Object.keys(options));
			else {
				const wanted = optionDefect(option, value);
				if (wanted === undefined) continue;
				const message = `The option ${key} of ${name} cannot be ${JSON.stringify(value)}`;
				yield { place: { path: place }, message, help: `Write ${wanted}.` };
			}
		}
	}
}

function unknownOption(rule: string, key: string, path: Path, options: readonly string[]): Problem {
	const near = nearest(key, ['severity', ...options]);
	const has = options.length === 0 ? 'It has none but severity' : `It has severity, ${options.join(', ')}`;
	return {
		place: { path, part: 'key' },
		message: `The rule ${rule} has no option ${key}`,
		help: `${near === undefined ? '' : `Did you mean ${near}? `}${has}; sop explain ${rule} tells what they do.`,
	};
}
