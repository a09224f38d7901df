import { fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const unknownKey: FileRule = {
	name: 'config/unknown-key',
	severity: 'error',
	summary: 'A key of the config is no setting.',
	why: 'A mistyped setting sets nothing: everybody believes that a check is on, or a limit holds, and it does not.',
	remedy: 'Write the setting that is meant, or begin the key with x- where it is your own.',
	points: 'At the key.',
	clauses: [],
	silenceable: false,
	fix: { safety: 'unsafe', summary: 'Writes the nearest setting.' },
	scope: 'file',
	kinds: ['config'],
	examples: {
		bad: '# file: sop.config.yaml\nlibrary: 7f3c9d0e5b1a4c2d\ntime_zone: Europe/Berlin\n',
		good: '# file: sop.config.yaml\nlibrary: 7f3c9d0e5b1a4c2d\ntimezone: Europe/Berlin\n',
	},
	check: (subject) => fromReading(subject, 'config/unknown-key'),
};
