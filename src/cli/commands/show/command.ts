import type { CommandDefinition } from '../../command.ts';

export const showCommand: CommandDefinition = {
	name: 'show',
	group: 'Read',
	summary: 'Show a document.',
	description:
		'Shows an SOP or checklist as it stands. Which version is in force needs the history, which this version of sop does not read: the banner says so. ID@work shows the file as it stands on disk.',
	arguments: [{ name: '<id>', summary: 'id of a document, in any case; ID@work for the file on disk' }],
	formats: ['pretty', 'yaml', 'canonical', 'json', 'mermaid'],
	examples: [
		{ call: 'sop show SOP-FIN-101', does: 'read a document' },
		{ call: 'sop show sop-fin-101 --format mermaid', does: 'draw its procedure' },
		{ call: 'sop show SOP-FIN-101@work --format canonical', does: 'give the text its digest is taken over' },
	],
	load: () => import('./run.ts'),
};
