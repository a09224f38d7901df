import { everyKindAndRecords, fromReading } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const numberNotExact: FileRule = {
	name: 'document/number-not-exact',
	severity: 'error',
	summary: 'A number has more digits than readers keep, so that it is read as another one.',
	why: 'Computers keep about sixteen digits of a number. A longer one is rounded without a word, and a signature would cover both.',
	remedy: 'Put it in quotes if it is a number on a form or an account; else write fewer digits.',
	points: 'At the number.',
	clauses: ['iso-9001 7.5.2 b'],
	scope: 'file',
	kinds: everyKindAndRecords,
	examples: {
		bad: 'x-bank-account: 90071992547409931\n',
		good: 'x-bank-account: "90071992547409931"\n',
	},
	check: (subject) => fromReading(subject, 'document/number-not-exact'),
};
