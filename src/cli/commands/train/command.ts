import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';
import { trainRecordCommand } from './record/command.ts';

export const trainCommand: CommandDefinition = {
	name: 'train',
	group: 'Read',
	summary: 'List who must be trained on which version, and is.',
	description:
		'Lists what section 12 of the documents in force asks of the people who hold its roles, gaps first, and what versions to come ask. A record counts from the day the mainline showed it, for the very text it names; for a later one where every row of the change log since says retrain: false. Ends with 1 where there is a gap. sop train record writes records.',
	flags: [
		{ flags: '--gaps', summary: 'only what is missing or still to come' },
		{ flags: '--person <id>', summary: 'only this person' },
		{ flags: '--role <id>', summary: 'only this role of the register' },
		{ flags: '--id <id>', summary: 'only this document' },
		{ flags: '--single', summary: 'the steps and items that one person alone can do, or nobody' },
		...momentFlags,
		classificationFlag,
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop train --gaps', does: 'list what people still have to learn' },
		{ call: 'sop train --person jane.doe', does: 'list what one person must know' },
		{
			call: 'sop train --id SOP-FIN-101 --on 2030-01-31',
			does: 'show who is trained on one document on a day',
		},
		{ call: 'sop train --single', does: 'list the steps that stop when one person is away' },
	],
	subcommands: [trainRecordCommand],
	load: () => import('./run.ts'),
};
