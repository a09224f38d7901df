import type { CommandDefinition } from '../../command.ts';

export const listCommand: CommandDefinition = {
	name: 'list',
	group: 'Read',
	summary: 'Print the register of documents.',
	description:
		'Lists every SOP and checklist of the library as it stands: id, title, function, version, owner. What is in force needs the history, which this version does not read: it is shown as not evaluated.',
	flags: [
		{ flags: '--function <name>', summary: 'only this function' },
		{ flags: '--owner <name>', summary: 'only what this role or person owns' },
		{
			flags: '--status <status>',
			summary: 'only documents that stand so',
			choices: [
				'draft',
				'in review',
				'approved',
				'effective',
				'suspended',
				'superseded',
				'withdrawn',
				'retired',
				'missing',
			],
		},
		{ flags: '--needs <id>', summary: 'only documents that refer to this one' },
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop list', does: 'list all documents' },
		{ call: 'sop list --function finance', does: 'list those of one function' },
		{ call: 'sop list --format csv --output register.csv', does: 'write the register for a spreadsheet' },
	],
	load: () => import('./run.ts'),
};
