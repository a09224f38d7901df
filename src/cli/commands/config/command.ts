import type { CommandDefinition } from '../../command.ts';

export const configCommand: CommandDefinition = {
	name: 'config',
	group: 'Set up',
	summary: 'Show which settings hold for a file, and where each comes from.',
	description:
		'Merges the config, what it extends, its overrides and the preset, and shows what holds for one file.',
	flags: [
		{ flags: '--print <file>', summary: 'the file to show the settings of' },
		{ flags: '--all', summary: 'also what is as the recommended preset has it' },
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop config --print sop.config.yaml', does: 'show what differs from the recommended preset' },
		{ call: 'sop config --print sop.config.yaml --all', does: 'show the setting of every rule' },
	],
	load: () => import('./run.ts'),
};
