import type { CommandDefinition } from '../../command.ts';

export const reviseCommand: CommandDefinition = {
	name: 'revise',
	group: 'Write',
	writes: true,
	summary: 'Open the next version of a document.',
	description:
		'Gives the file of a document the next number and a row on top of its change log, and takes out the day from which the old version was in force, unless --effective says another. Nothing else in the file changes: comments, spaces and quotes stay. The number follows the highest that ever stood in any commit, on any branch. What is in force stays so until the new version is. On a terminal it asks what changes, and why.',
	arguments: [{ name: '<id>', summary: 'id of a document, in any case' }],
	flags: [
		{ flags: '--what <text>', summary: 'what changes, for the change log' },
		{ flags: '--why <text>', summary: 'why it changes' },
		{ flags: '--author <person>', summary: 'who changes it (from git and the people register unless told)' },
		{ flags: '--major', summary: 'the next whole number: 3.0 after 2.1' },
		{ flags: '--number <version>', summary: 'this number, higher than every one before' },
		{ flags: '--effective <day>', summary: 'the first day in force, today or later' },
		{ flags: '--affects <id>', summary: 'another document that must follow the change', many: true },
		{
			flags: '--retrain <answer>',
			summary: 'whether everybody must be trained again',
			choices: ['yes', 'no'],
		},
		{ flags: '--commit', summary: 'commit exactly this file' },
	],
	examples: [
		{
			call: 'sop revise SOP-FIN-101 --what "Limit lowered" --why "Audit finding"',
			does: 'open the next version',
		},
		{
			call: 'sop revise sop-fin-101 --major --what Rewritten --why "New ERP" --retrain yes',
			does: 'open a new edition',
		},
	],
	load: () => import('./run.ts'),
};
