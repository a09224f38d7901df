import type { CommandDefinition } from '../../command.ts';

export const templatesCommand: CommandDefinition = {
	name: 'templates',
	group: 'Write',
	summary: 'List what a new document can begin as.',
	description:
		'Lists the templates of sop new, by function and activity: real procedures with their source named, and the blank ones.',
	flags: [
		{ flags: '--function <name>', summary: 'only those of this function' },
		{ flags: '--kind <kind>', summary: 'only SOPs, or only checklists', choices: ['sop', 'checklist'] },
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop templates', does: 'list all templates' },
		{ call: 'sop templates --function it', does: 'list those of one function' },
		{ call: 'sop templates --format json', does: 'list them for a program' },
	],
	load: () => import('./run.ts'),
};
