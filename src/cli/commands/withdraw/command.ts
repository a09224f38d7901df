import type { CommandDefinition } from '../../command.ts';
import { roleFlag } from '../../records/choose-role.ts';
import { personFlag } from '../../records/person-for.ts';
import { signFlag } from '../../records/signing-key.ts';
import { commitFlag } from '../../records/write-record.ts';

export const withdrawCommand: CommandDefinition = {
	name: 'withdraw',
	group: 'Write',
	writes: true,
	summary: 'End a version, or a record that is wrong.',
	description: `Writes a record that ends a version: one in force, or one that was approved and has not begun. It takes one signature by a role of section 15. From its day on, and never before the mainline shows it, the version is not in force any more, and no lower one comes back. It is never undone: what follows is a new version.

With --record it ends a record that was wrong, such as a forged approval, or a training, which is a line of its file (FILE.jsonl:3): it stops counting once the mainline shows the withdrawal, and the record itself stays. An approval, review, exception or withdrawal that lint says is without effect can be taken back so too; one that counts is followed by another.`,
	arguments: [{ name: '[id]', summary: 'the document, or ID@VERSION (the version in force unless told)' }],
	flags: [
		{ flags: '--reason <text>', summary: 'why' },
		{ flags: '--from <day>', summary: 'the first day without it (today unless told)' },
		{
			flags: '--record <path>',
			summary: 'end this record instead of a version; FILE.jsonl:3 for one in lines',
		},
		roleFlag,
		personFlag,
		signFlag,
		commitFlag,
	],
	examples: [
		{
			call: 'sop withdraw SOP-FIN-001 --reason "The limit was found to be unsafe"',
			does: 'end the version in force',
		},
		{
			call: 'sop withdraw SOP-FIN-001@2.2 --reason "ERP change is put off" --commit',
			does: 'cancel a version that has not begun',
		},
	],
	load: () => import('./run.ts'),
};
