import type { CommandDefinition } from '../../command.ts';
import { roleFlag } from '../../records/choose-role.ts';
import { personFlag } from '../../records/person-for.ts';
import { signFlag } from '../../records/signing-key.ts';
import { commitFlag } from '../../records/write-record.ts';

export const retireCommand: CommandDefinition = {
	name: 'retire',
	group: 'Write',
	writes: true,
	summary: 'End a document for good.',
	description: `Writes a record that ends a document, and moves its file to archive/, in one commit with --commit. Every version that was ever in force can still be shown, and its id is never used again. It is refused while a document in force needs it, and takes one signature by a role of section 15.`,
	arguments: [{ name: '<id>', summary: 'the document' }],
	flags: [
		{ flags: '--reason <text>', summary: 'why' },
		{ flags: '--successor <id>', summary: 'the document that takes its place' },
		roleFlag,
		personFlag,
		signFlag,
		commitFlag,
	],
	examples: [
		{
			call: 'sop retire SOP-FIN-001 --reason "The bank does it" --commit',
			does: 'end a document that nothing needs',
		},
		{
			call: 'sop retire SOP-FIN-001 --successor SOP-FIN-012 --reason "Merged into one"',
			does: 'name what takes its place',
		},
	],
	load: () => import('./run.ts'),
};
