import type { CommandDefinition } from '../../../command.ts';
import { roleFlag } from '../../../records/choose-role.ts';
import { personFlag } from '../../../records/person-for.ts';
import { signFlag } from '../../../records/signing-key.ts';
import { commitFlag } from '../../../records/write-record.ts';

export const feedbackAnswerCommand: CommandDefinition = {
	name: 'answer',
	group: 'Write',
	writes: true,
	summary: 'Answer a suggestion in words.',
	description:
		'Writes a record that says what becomes of a suggestion, and why. It takes a role of section 15 of the document, or its owner. accepted leaves it open until a version has it; a version answers by naming the record of the suggestion under answers in its row of section 14, and its maker among the contributors. withdrawn is for whoever made the suggestion.',
	arguments: [
		{
			name: '<record>',
			summary: 'the path of the suggestion; or the id of a document that has only one open',
		},
	],
	flags: [
		{ flags: '--reason <text>', summary: 'why' },
		{
			flags: '--verdict <verdict>',
			summary: 'what becomes of it (declined unless told)',
			choices: ['declined', 'accepted', 'done', 'withdrawn'],
		},
		roleFlag,
		personFlag,
		signFlag,
		commitFlag,
	],
	examples: [
		{
			call: 'sop feedback answer SOP-FIN-001 --reason "The second total is the check"',
			does: 'decline the open suggestion',
		},
		{
			call: 'sop feedback answer SOP-FIN-001 --verdict accepted --reason "In the next version" --commit',
			does: 'say that it will be done',
		},
	],
	load: () => import('./run.ts'),
};
