import type { CommandDefinition } from '../../../command.ts';

export const trainRecordCommand: CommandDefinition = {
	name: 'record',
	group: 'Write',
	writes: true,
	summary: 'Record that people were trained.',
	description:
		'Writes a line for each person and thing that section 12 asks of them, into records/training. It is about the version in force, or, where an id names it, one that is yet to come into force. Reading is vouched for by the reader; anything else needs --trainer, who is somebody else. A record counts from the day the mainline shows it.',
	arguments: [{ name: '<id...>', summary: 'documents, each with @VERSION where it is one to come' }],
	flags: [
		{
			flags: '--person <id>',
			summary: 'who was trained (from git unless told); may be given several times',
			many: true,
		},
		{ flags: '--what <text>', summary: 'only this of what section 12 asks' },
		{ flags: '--how <text>', summary: 'how it was taught or proved (as section 12 says unless told)' },
		{ flags: '--trainer <id>', summary: 'who taught or examined' },
		{ flags: '--on-day <day>', summary: 'the day of the training, where it was not today: a claim' },
		{ flags: '--commit', summary: 'commit exactly these records' },
		{ flags: '--sign [key-file]', summary: 'sign the record with an SSH key (the one of git unless told)' },
	],
	examples: [
		{
			call: 'sop train record SOP-FIN-101 --person jane.doe',
			does: 'record that somebody has read a document',
		},
		{
			call: 'sop train record SOP-FIN-101 --person jane.doe --trainer john.roe --on-day 2026-11-20 --commit',
			does: 'record a lesson, and commit it',
		},
	],
	load: () => import('./run.ts'),
};
