import type { CommandDefinition } from '../../command.ts';
import { momentFlags } from '../../history/moment-flags.ts';
import { classificationFlag } from '../../withholding.ts';

export const automationCommand: CommandDefinition = {
	name: 'automation',
	group: 'Read',
	summary: 'Show how ready each procedure is to be automated, and what blocks it.',
	description:
		'Judges each SOP by what can be measured (its decisions, its history, what lint says) and by what its text declares under automation, and says of each which it is. Gates come in order: mapped, documented and approved, run by hand for a cycle, piloted, live. Where something is not known nothing is scored. Cut-offs are those of sop itself, as no source publishes any.',
	arguments: [{ name: '[id]', summary: 'one procedure, with all its inputs and gates' }],
	flags: [{ flags: '--function <name>', summary: 'only this function' }, ...momentFlags, classificationFlag],
	formats: ['table', 'json', 'csv', 'uipath'],
	examples: [
		{ call: 'sop automation', does: 'list all procedures, the best candidates first' },
		{ call: 'sop automation SOP-FIN-101', does: 'show what one is judged by, and what blocks it' },
		{
			call: 'sop automation --format uipath --output ideas.csv',
			does: 'write the inputs for Automation Hub',
		},
	],
	load: () => import('./run.ts'),
};
