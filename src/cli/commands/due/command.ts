import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const dueCommand: CommandDefinition = {
	name: 'due',
	group: 'Read',
	summary: 'List the reviews that fall due.',
	description:
		'Lists the documents in force whose periodic review falls due, the most overdue first. The interval is that of section 15, else of defaults.review in the config; it counts from the day the document came into force, as an edit is no review.',
	flags: [
		...momentFlags,
		{ flags: '--within <duration>', summary: 'how far to look ahead (3 months unless told)' },
		classificationFlag,
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{ call: 'sop due', does: 'list what is overdue, or due within three months' },
		{ call: 'sop due --within "1 year" --format csv', does: 'plan the reviews of a year' },
	],
	load: () => import('./run.ts'),
};
