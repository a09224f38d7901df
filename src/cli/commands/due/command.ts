import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const dueCommand: CommandDefinition = {
	name: 'due',
	group: 'Read',
	summary: 'List what falls due: reviews, trainings, exceptions, checklists.',
	description:
		'Lists what falls due, the most overdue first: periodic reviews of the documents in force, trainings, exceptions that end, corrective actions, and the next run of each checklist. The interval of reviews is that of section 15, else of defaults.review in the config; it counts from the last review that counts, and from the day the document first came into force where there is none, as an edit is no review. People to be trained stand together, one row for each document and day, unless --trainings asks for each of them.',
	flags: [
		...momentFlags,
		{ flags: '--within <duration>', summary: 'how far to look ahead (3 months unless told)' },
		classificationFlag,
		{ flags: '--trainings', summary: 'a row for each person who must be trained' },
	],
	formats: ['table', 'json', 'csv', 'ics'],
	examples: [
		{ call: 'sop due', does: 'list what is overdue, or due within three months' },
		{ call: 'sop due --within "1 year" --format csv', does: 'plan the reviews of a year' },
		{ call: 'sop due --format ics --output due.ics', does: 'write a calendar that others can subscribe to' },
	],
	load: () => import('./run.ts'),
};
