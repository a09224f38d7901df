import { checkConfig } from '../../check-config.ts';
import { checkRuleOptions } from '../../check-rule-options.ts';
import { fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const invalidValue: FileRule = {
	name: 'config/invalid-value',
	severity: 'error',
	summary:
		'A setting has a value it cannot have: a wrong type or word, a time zone that does not exist, a pattern that is none or could run for ever, an option that its rule does not have.',
	why: 'A setting that cannot be read is left out, and the default holds in its place without anybody knowing.',
	remedy: 'Write a value the setting can have.',
	points: 'At the value.',
	clauses: [],
	silenceable: false,
	scope: 'file',
	kinds: ['config'],
	examples: {
		bad: '# file: sop.config.yaml\nlibrary: 7f3c9d0e5b1a4c2d\ntimezone: Europe/Munich\n',
		good: '# file: sop.config.yaml\nlibrary: 7f3c9d0e5b1a4c2d\ntimezone: Europe/Berlin\n',
	},
	*check(subject) {
		yield* fromReading(subject, 'config/invalid-value');
		yield* checkConfig(subject.checked);
		yield* checkRuleOptions(subject.checked, subject.library.ruleOptions ?? {});
	},
};
