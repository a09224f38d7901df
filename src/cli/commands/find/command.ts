import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const findCommand: CommandDefinition = {
	name: 'find',
	group: 'Read',
	summary: 'Find documents by words in them.',
	description:
		'Looks for documents in which all words occur, whatever their case and accents, and shows where. It searches what is in force, as git holds it, or with --work the files here. Ends with 1 where nothing is found, or where a document cannot be read.',
	arguments: [{ name: '<words...>', summary: 'words to look for' }],
	flags: [
		{ flags: '--work', summary: 'search the files here, drafts included' },
		...momentFlags,
		classificationFlag,
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop find purchase', does: 'find documents about purchases' },
		{ call: 'sop find second signature', does: 'find documents that hold both words' },
		{ call: 'sop find purchase --work', does: 'search the files here, drafts included' },
	],
	load: () => import('./run.ts'),
};
