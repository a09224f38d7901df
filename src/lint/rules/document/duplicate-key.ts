import { everyKindAndRecords, fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const duplicateKey: FileRule = {
	name: 'document/duplicate-key',
	severity: 'error',
	summary: 'A key stands twice.',
	why: 'Some readers take the first, some the last: two people may hold the same file and follow different rules.',
	remedy: 'Keep one of the two.',
	points: 'At the key where it stands again.',
	clauses: ['iso-9001 7.5.2 b'],
	scope: 'file',
	kinds: everyKindAndRecords,
	examples: {
		bad: 'approval:\n  signatures:\n    - role: controller\n      meaning: approval\n  review:\n    every: 1 year\n  review:\n    every: 2 years\n',
		good: 'approval:\n  signatures:\n    - role: controller\n      meaning: approval\n  review:\n    every: 1 year\n',
	},
	check: (subject) => fromReading(subject, 'document/duplicate-key'),
};
