import { everyKindAndRecords, fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const schema: FileRule = {
	name: 'document/schema',
	severity: 'error',
	summary: 'A value has the wrong type, form or length, or a required key is missing.',
	why: 'What has the wrong form is read as something else, or not at all, by every check, page and packet made from it.',
	remedy: 'Write the value in the form the format asks for.',
	points: 'At the value; for a missing key, at the entry that lacks it.',
	clauses: ['iso-9001 7.5.2 b'],
	scope: 'file',
	kinds: everyKindAndRecords.filter((kind) => kind !== 'config'),
	examples: {
		bad: 'retention: long\n',
		good: 'retention: 7 years\n',
	},
	check: (subject) => fromReading(subject, 'document/schema'),
};
