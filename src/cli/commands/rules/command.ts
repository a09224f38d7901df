import type { CommandDefinition } from '../../command.ts';

export const rulesCommand: CommandDefinition = {
	name: 'rules',
	group: 'Check',
	summary: 'List all rules.',
	description: 'Lists every rule by family: how much it weighs, whether sop can mend it, and when it fires.',
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop rules', does: 'list all rules' },
		{ call: 'sop rules --format csv', does: 'give them to a spreadsheet' },
	],
	load: () => import('./run.ts'),
};
