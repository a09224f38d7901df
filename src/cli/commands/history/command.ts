import type { CommandDefinition } from '../../command.ts';
import { classificationFlag } from '../../withholding.ts';

export const historyCommand: CommandDefinition = {
	name: 'history',
	group: 'Read',
	summary: 'Print every version and change of a document.',
	description:
		'Prints what ever happened to a document, newest first, through renames and merges: it is followed by its own id, on whatever path it stood. What the mainline showed counts; dates and names of commits are claims, and are called so.',
	arguments: [{ name: '<id>', summary: 'id of a document, in any case' }],
	flags: [classificationFlag],
	formats: ['pretty', 'json', 'csv'],
	examples: [
		{ call: 'sop history SOP-FIN-101', does: 'print its past' },
		{ call: 'sop history sop-fin-101 --format csv --output past.csv', does: 'write it for a spreadsheet' },
	],
	load: () => import('./run.ts'),
};
