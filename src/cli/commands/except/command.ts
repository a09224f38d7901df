import type { CommandDefinition } from '../../command.ts';
import { roleFlag } from '../../records/choose-role.ts';
import { personFlag } from '../../records/person-for.ts';
import { signFlag } from '../../records/signing-key.ts';
import { commitFlag } from '../../records/write-record.ts';

export const exceptCommand: CommandDefinition = {
	name: 'except',
	group: 'Write',
	writes: true,
	summary: 'Record that an exception of section 11 was allowed.',
	description: `Writes a record that somebody who may (approved_by of the exception) allows an exception of the version in force: which one, why, from when, until when, and what is done so that it does not happen again. It excuses what happens from its first day on, and never what happened before it was known.

A longer one, or one whose corrective action is done, is a record of its own that names the first with --replaces.`,
	arguments: [{ name: '<id>', summary: 'the document' }],
	flags: [
		{ flags: '--exception <id>', summary: 'which exception of section 11 (the only one unless told)' },
		{ flags: '--reason <text>', summary: 'why it is needed' },
		{ flags: '--from <day>', summary: 'the first day (today unless told)' },
		{ flags: '--until <day>', summary: 'the last day, or how long: "2 weeks"' },
		{ flags: '--cause <text>', summary: 'what lay behind it' },
		{ flags: '--impact <text>', summary: 'what it touches' },
		{ flags: '--action <text>', summary: 'what is done so that it does not happen again' },
		{ flags: '--action-owner <name>', summary: 'who does that' },
		{ flags: '--action-due <day>', summary: 'by when: a day, or "1 month"' },
		{ flags: '--action-done <day>', summary: 'when it was done' },
		{ flags: '--replaces <path>', summary: 'the exception record that this one takes the place of' },
		roleFlag,
		personFlag,
		signFlag,
		commitFlag,
	],
	examples: [
		{ call: 'sop except SOP-FIN-001 --reason "Portal down" --until "1 week"', does: 'allow it for a week' },
		{
			call: 'sop except SOP-FIN-001 --reason "Portal down" --until "1 week" --action "Ask the bank" --commit',
			does: 'say what is done about it',
		},
	],
	load: () => import('./run.ts'),
};
