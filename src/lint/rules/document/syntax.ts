import { everyKindAndRecords, fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const syntax: FileRule = {
	name: 'document/syntax',
	severity: 'error',
	summary:
		'The file is no YAML with exactly one reading: it does not parse, holds two documents, or nests or aliases beyond the limits.',
	why: 'A text that two readers understand differently cannot be approved, run or proven.',
	remedy: 'Mend the line; where a text holds : # [ ] { } , & * ! | > % @ it is safest in double quotes.',
	points: 'At the place where reading failed.',
	clauses: ['iso-9001 7.5.2 b'],
	scope: 'file',
	kinds: everyKindAndRecords,
	examples: {
		bad: 'title: Bank reconciliation: all accounts\n',
		good: 'title: "Bank reconciliation: all accounts"\n',
	},
	check: (subject) => fromReading(subject, 'document/syntax'),
};
