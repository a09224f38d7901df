import type { CommandDefinition } from '../../command.ts';

export const findCommand: CommandDefinition = {
	name: 'find',
	group: 'Read',
	summary: 'Find documents by words in them.',
	description:
		'Looks for documents in which all words occur, whatever their case and accents, and shows where. It looks at documents as they stand, not at what is in force. Ends with 1 where nothing is found, or where a document cannot be read.',
	arguments: [{ name: '<words...>', summary: 'words to look for' }],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop find purchase', does: 'find documents about purchases' },
		{ call: 'sop find second signature', does: 'find documents that hold both words' },
	],
	load: () => import('./run.ts'),
};
