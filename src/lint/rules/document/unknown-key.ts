import { everyKindAndRecords, fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const unknownKey: FileRule = {
	name: 'document/unknown-key',
	severity: 'error',
	summary: 'A key is not of the format.',
	why: 'A mistyped key says nothing to anybody: the step it belongs to has no deadline, no doer or no way on, and looks as if it had.',
	remedy: 'Write the key the format has for it, or begin it with x- where it is your own.',
	points: 'At the key.',
	clauses: ['iso-9001 7.5.2 b'],
	fix: { safety: 'unsafe', summary: 'Writes the nearest key of the format.' },
	scope: 'file',
	kinds: everyKindAndRecords.filter((kind) => kind !== 'config'),
	examples: {
		bad: 'clasification: internal\n',
		good: 'x-cost-centre: "4711"\n',
	},
	check: (subject) => fromReading(subject, 'document/unknown-key'),
};
