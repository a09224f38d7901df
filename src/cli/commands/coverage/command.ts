import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const coverageCommand: CommandDefinition = {
	name: 'coverage',
	group: 'Read',
	summary: 'Show which activities have an SOP in force, and which lack one.',
	description:
		'Holds each activity of registers/activities.yaml against the documents that cover it: the SOP in force, the checklist, who owns them, the next review. Gaps come first, high risk first. A library without that register is measured by the one that sop ships. What the register sets aside is neither covered nor a gap. Percentages are rounded down.',
	flags: [
		{ flags: '--function <name>', summary: 'only this function' },
		{ flags: '--min <percent>', summary: 'end with 1 where less than this is covered' },
		{ flags: '--from <day>', summary: 'first day of the period of runs (a year before its end unless told)' },
		{ flags: '--to <day>', summary: 'last day of the period of runs' },
		...momentFlags,
		classificationFlag,
	],
	formats: ['table', 'json', 'csv', 'html'],
	examples: [
		{ call: 'sop coverage', does: 'show what is covered, gaps first' },
		{
			call: 'sop coverage --function finance --min 80',
			does: 'fail where less than 80% of finance is covered',
		},
		{ call: 'sop coverage --format html --output coverage.html', does: 'write a page to hand on or print' },
		{ call: 'sop coverage --format csv --output coverage.csv', does: 'write it for a spreadsheet' },
	],
	load: () => import('./run.ts'),
};
