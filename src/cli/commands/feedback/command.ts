import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { personFlag } from '../../records/person-for.ts';
import { signFlag } from '../../records/signing-key.ts';
import { commitFlag } from '../../records/write-record.ts';
import { classificationFlag } from '../../withholding.ts';
import { feedbackAnswerCommand } from './answer/command.ts';

export const feedbackCommand: CommandDefinition = {
	name: 'feedback',
	group: 'Read',
	summary: 'Record, list and answer what people suggest.',
	description: `Lists the suggestions on documents and what became of each, open ones first. With an id, those of one document. With an id and a text it records one, on the version in force: whoever is in the people register may suggest something.

A suggestion is open until a later version comes into force whose row of section 14 names its record under answers, or until it is answered in words (sop feedback answer). One whose document is retired is closed.`,
	arguments: [
		{ name: '[id]', summary: 'the document' },
		{ name: '[text]', summary: 'what you suggest: records it' },
	],
	flags: [
		{ flags: '--step <id>', summary: 'the step, decision, exception or item that it is about' },
		{ flags: '--open', summary: 'list only what is open' },
		{ flags: '--function <name>', summary: 'list only documents of this function' },
		personFlag,
		signFlag,
		commitFlag,
		...momentFlags,
		classificationFlag,
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop feedback --open', does: 'list what nobody has answered' },
		{ call: 'sop feedback SOP-FIN-001', does: 'list what was suggested on one document' },
		{
			call: 'sop feedback SOP-FIN-001 "The form asks for the total twice" --step enter',
			does: 'suggest something',
		},
	],
	subcommands: [feedbackAnswerCommand],
	load: () => import('./run.ts'),
};
