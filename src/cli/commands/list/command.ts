import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const listCommand: CommandDefinition = {
	name: 'list',
	group: 'Read',
	summary: 'Print the register of documents.',
	description:
		'Lists every SOP and checklist: what is in force, what stands in the mainline and how, and who owns it. Only what is committed counts; where the file here is another text, that is said beside it.',
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
				'not evaluated',
			],
		},
		{ flags: '--needs <id>', summary: 'only documents that refer to this one' },
		...momentFlags,
		classificationFlag,
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop list', does: 'list all documents' },
		{ call: 'sop list --function finance', does: 'list those of one function' },
		{ call: 'sop list --as-of 2026-11-22', does: 'list what was in force then, as known then' },
		{ call: 'sop list --max-classification internal', does: 'list for readers who may see no more' },
		{ call: 'sop list --format csv --output register.csv', does: 'write the register for a spreadsheet' },
	],
	load: () => import('./run.ts'),
};
